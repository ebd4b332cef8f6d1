//! Quick hashes of what lies in memory already: numbers of paths, and values of fields.

use std::hash::{BuildHasherDefault, Hasher};
use std::num::NonZeroU32;

use crate::paths::PathId;
use crate::values::Scalar;

/// Paths are numbered by us, one after another, and marks are hashes: spreading their bits is hashing enough.
pub(crate) type PathHashing = BuildHasherDefault<PathHasher>;

#[derive(Debug, Default)]
pub(crate) struct PathHasher(u64);

impl Hasher for PathHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for word in bytes.chunks(4) {
            self.write_u32(word.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.write_u32(number as u32);
        self.write_u32((number >> 32) as u32);
    }

    fn write_u32(&mut self, number: u32) {
        // The odd number nearest to 2^64 divided by the golden ratio.
        self.0 = (self.0.rotate_left(32) ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        // Tables look at the lowest bits, which the product leaves as they were.
        self.0 ^= self.0 >> 32;
    }
}

/// A number that is the same for the same value of the same field, and seldom for others.
pub(crate) type Mark = NonZeroU32;

/// The mark of a value.
pub(crate) fn mark(path: PathId, scalar: Scalar<'_>) -> Mark {
    // Of long texts, the ends tell enough apart.
    const END: usize = 32;
    let mut hasher = PathHasher::default();
    hasher.write_u32(path);
    match scalar {
        Scalar::Null => hasher.write_u8(0),
        Scalar::Beyond => hasher.write_u8(1),
        Scalar::Bool(value) => hasher.write_u8(2 + u8::from(value)),
        Scalar::Number(number) => hasher.write_u64(number.order()),
        Scalar::String(text) => {
            let bytes = text.as_bytes();
            hasher.write_u32(bytes.len() as u32);
            hasher.write(&bytes[..bytes.len().min(END)]);
            hasher.write(&bytes[bytes.len().saturating_sub(END)..]);
        }
    }
    NonZeroU32::new(hasher.finish() as u32).unwrap_or(NonZeroU32::MIN)
}
