//! The RecordIO format of Apache MXNet: a magic number, a length, the bytes, zeros up to the next four.

use std::io;

/// Begins every record, least byte first.
const MAGIC: u32 = 0xCED7_230A;
/// Lengths have 29 bits; the three above them tell parts of a record, which are not written here.
const LONGEST: u64 = (1 << 29) - 1;

/// What comes before the bytes of a record.
///
/// # Errors
///
/// When the record is longer than the format allows (512 MiB less one byte).
pub(crate) fn header(length: u64) -> io::Result<[u8; 8]> {
    let length =
        u32::try_from(length).ok().filter(|length| u64::from(*length) <= LONGEST).ok_or_else(|| {
            io::Error::other(format!("{length} bytes are more than a RecordIO record can hold ({LONGEST})"))
        })?;
    let mut bytes = [0; 8];
    bytes[..4].copy_from_slice(&MAGIC.to_le_bytes());
    bytes[4..].copy_from_slice(&length.to_le_bytes());
    Ok(bytes)
}

/// What comes behind them.
pub(crate) fn padding(length: u64) -> &'static [u8] {
    &[0; 3][..(length.wrapping_neg() % 4) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_framed_and_end_at_multiples_of_four() {
        let check = |length: u64, padded: usize| assert_eq!(padding(length).len(), padded, "{length}");
        check(0, 0);
        check(1, 3);
        check(2, 2);
        check(3, 1);
        check(4, 0);
        assert_eq!(header(5).unwrap(), [0x0a, 0x23, 0xd7, 0xce, 5, 0, 0, 0]);
        assert!(header(LONGEST).is_ok());
        assert!(header(LONGEST + 1).is_err());
        assert!(header(u64::MAX).is_err());
    }
}
