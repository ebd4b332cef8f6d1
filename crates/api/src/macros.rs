//! The form of generated structs.

/// Declares structs with their [`crate::Shaped`], `Serialize` and `Deserialize` implementations.
///
/// The stored form is that of [`crate::Value`].
macro_rules! structures {
    ($( $(#[$doc:meta])* $name:ident { $( $field:ident : $type:ty = $member:literal ),* $(,)? } )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name { $( #[doc = concat!("`", $member, "`")] pub $field: $type, )* }

        impl $crate::Shaped for $name {
            fn from_value(value: $crate::Value) -> ::core::result::Result<Self, $crate::ShapeError> {
                #[allow(unused_mut, reason = "structures without members take none")]
                let mut fields = match value {
                    $crate::Value::Map(fields) => fields,
                    $crate::Value::Null => $crate::Fields::new(),
                    _ => return ::core::result::Result::Err($crate::ShapeError::here(concat!("wanted the structure ", stringify!($name)))),
                };
                let _ = &mut fields;
                ::core::result::Result::Ok(Self { $( $field: $crate::Shaped::from_value(fields.take($member)).map_err(|e| e.under($member))?, )* })
            }
            fn into_value(self) -> $crate::Value {
                #[allow(unused_mut, reason = "structures without members push none")]
                let mut fields = $crate::Fields::new();
                $( fields.push($member, $crate::Shaped::into_value(self.$field)); )*
                $crate::Value::Map(fields)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&$crate::Shaped::into_value(self.clone()), serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                let value = <$crate::Value as ::serde::Deserialize>::deserialize(deserializer)?;
                $crate::Shaped::from_value(value).map_err(::serde::de::Error::custom)
            }
        }
    )* };
}
pub(crate) use structures;
