//! The packed model of a service: JSON, compressed, its shapes in a list that refers to itself by
//! number.

use std::collections::BTreeMap;
use std::io::Read as _;

use serde::Deserialize;

/// A bound on what one model unpacks to; the largest is a few hundred kilobytes.
const MAX_MODEL: u64 = 16 << 20;

/// The output shapes of a service.
#[derive(Debug, Deserialize)]
pub(crate) struct Service {
    /// The number of each operation's output; none where it answers nothing.
    #[serde(rename = "o")]
    operations: BTreeMap<String, Option<usize>>,
    #[serde(rename = "s")]
    shapes: Vec<Shape>,
}

/// A shape as the service's model describes it.
#[derive(Debug, Deserialize)]
pub(crate) enum Shape {
    /// An object; each member with its name, shape, and whether it must be there.
    #[serde(rename = "o")]
    Structure(Vec<(String, usize, bool)>),
    #[serde(rename = "l")]
    List(usize, Bounds),
    /// An object whose keys are the user's own.
    #[serde(rename = "m")]
    Map(usize, Bounds),
    #[serde(rename = "s")]
    Text(Bounds, Vec<String>, Option<String>),
    #[serde(rename = "b")]
    Blob(Bounds),
    #[serde(rename = "i")]
    Integer(Bounds),
    #[serde(rename = "n")]
    Number(Bounds),
    #[serde(rename = "t")]
    Truth,
    #[serde(rename = "d")]
    Time,
    /// Any JSON.
    #[serde(rename = "a")]
    Any,
}

/// `min` and `max`: of a number its value, else its length.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct Bounds(pub(crate) Option<f64>, pub(crate) Option<f64>);

impl Service {
    /// Reads a packed model.
    pub(crate) fn unpack(packed: &[u8]) -> Result<Service, String> {
        let mut text = Vec::new();
        let plain = flate2::read::GzDecoder::new(packed).take(MAX_MODEL).read_to_end(&mut text);
        plain.map_err(|error| error.to_string())?;
        serde_json::from_slice(&text).map_err(|error| error.to_string())
    }

    pub(crate) fn shape(&self, number: usize) -> &Shape {
        self.shapes.get(number).unwrap_or(&Shape::Any)
    }

    /// The shape of an operation's output, or of what lies in it under the names `inside` (lists are
    /// stepped into); nothing where there is no such operation or member.
    pub(crate) fn output(&self, operation: &str, inside: &[&str]) -> Option<Option<&Shape>> {
        let Some(number) = self.operations.get(operation)? else { return Some(None) };
        let mut shape = self.shape(*number);
        for name in inside {
            let Shape::Structure(members) = shape else { return None };
            let (_, number, _) = members.iter().find(|(member, ..)| member == name)?;
            shape = self.shape(*number);
            if let Shape::List(item, _) = shape {
                shape = self.shape(*item);
            }
        }
        Some(Some(shape))
    }
}
