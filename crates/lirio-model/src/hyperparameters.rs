//! Strings with types.

use crate::{clip, name_list};
use std::{any::type_name, collections::BTreeMap, fmt::Display, str::FromStr};

/// What a training job is tuned with: SageMaker passes names and texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hyperparameters(BTreeMap<String, String>);

/// A hyperparameter that is missing or cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HyperparameterError {
    /// It is needed and was not given.
    #[error("hyperparameter \"{name}\" is missing; given are: {present}")]
    Missing {
        /// The name.
        name: String,
        /// Those that were given.
        present: String,
    },
    /// Its text is not of the wanted type.
    #[error("hyperparameter \"{name}\" is \"{value}\", which is not {wanted}: {reason}")]
    Invalid {
        /// The name.
        name: String,
        /// The text that was given.
        value: String,
        /// The wanted type in words.
        wanted: &'static str,
        /// What the type's parser says.
        reason: String,
    },
}

impl Hyperparameters {
    /// A value of a hyperparameter that must be given.
    ///
    /// SageMaker's Python SDK writes texts as JSON, in quotes; those are taken off.
    ///
    /// # Errors
    /// When it was not given, or is not a `T`.
    pub fn get<T: FromStr<Err: Display>>(&self, name: &str) -> Result<T, HyperparameterError> {
        self.optional(name)?.ok_or_else(|| HyperparameterError::Missing {
            name: name.to_owned(),
            present: if self.0.is_empty() {
                "none".to_owned()
            } else {
                name_list(&self.0.keys().collect::<Vec<_>>())
            },
        })
    }

    /// A value of a hyperparameter, or a default where it was not given.
    ///
    /// # Errors
    /// When it was given and is not a `T`: a wrong value never counts as absent.
    pub fn get_or<T: FromStr<Err: Display>>(&self, name: &str, default: T) -> Result<T, HyperparameterError> {
        Ok(self.optional(name)?.unwrap_or(default))
    }

    /// A value of a hyperparameter, or `None` where it was not given.
    ///
    /// # Errors
    /// When it was given and is not a `T`.
    pub fn optional<T: FromStr<Err: Display>>(&self, name: &str) -> Result<Option<T>, HyperparameterError> {
        let Some(value) = self.0.get(name) else { return Ok(None) };
        let unquoted = serde_json::from_str::<String>(value).ok().filter(|_| value.starts_with('"'));
        let text = unquoted.as_deref().unwrap_or(value);
        text.parse().map(Some).map_err(|error: T::Err| HyperparameterError::Invalid {
            name: name.to_owned(),
            value: clip(text, 60),
            wanted: in_words(type_name::<T>()),
            reason: error.to_string(),
        })
    }

    /// An error for a value that has the right type and makes no sense, such as a negative rate.
    pub fn invalid(&self, name: &str, wanted: &'static str, reason: &str) -> HyperparameterError {
        let value = self.0.get(name).map_or(String::new(), |value| clip(value, 60));
        HyperparameterError::Invalid { name: name.to_owned(), value, wanted, reason: reason.to_owned() }
    }

    /// All names and texts, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl FromIterator<(String, String)> for Hyperparameters {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

fn in_words(name: &'static str) -> &'static str {
    match name {
        "f32" | "f64" => "a number",
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" => "a whole number of zero or more",
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => "a whole number",
        "bool" => "true or false",
        "char" => "a single character",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given() -> Hyperparameters {
        [("rate", "0.5"), ("epochs", "-3"), ("label", "\"species\""), ("plain", "a b")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into_iter()
            .collect()
    }

    #[test]
    fn types_are_read() {
        let given = given();
        assert_eq!(given.get::<f64>("rate"), Ok(0.5));
        assert_eq!(given.get::<i32>("epochs"), Ok(-3));
        assert_eq!(given.get::<String>("label").as_deref(), Ok("species"));
        assert_eq!(given.get::<String>("plain").as_deref(), Ok("a b"));
        assert_eq!(given.get_or("absent", 7), Ok(7));
        assert_eq!(given.optional::<f64>("absent"), Ok(None));
    }

    #[test]
    fn errors_say_what_to_change() {
        let check = |error: HyperparameterError, expected: &str| assert_eq!(error.to_string(), expected);
        let given = given();
        check(
            given.get::<f64>("alpha").expect_err("absent"),
            r#"hyperparameter "alpha" is missing; given are: "epochs", "label", "plain", "rate""#,
        );
        check(
            given.get_or::<u64>("epochs", 1).expect_err("negative"),
            r#"hyperparameter "epochs" is "-3", which is not a whole number of zero or more: invalid digit found in string"#,
        );
        check(
            Hyperparameters::default().get::<f64>("alpha").expect_err("absent"),
            r#"hyperparameter "alpha" is missing; given are: none"#,
        );
    }
}
