//! The bytes of a blob file.
//!
//! A header: magic (8), version (4), block size (4), blob identifier (16), CRC32C of these 32 bytes (4).
//! Then blocks of 64 KiB, the last one shorter, each followed by its CRC32C (4).
//! A block's checksum starts from the identifier and the block's number, so a block at another place is noticed.
//! Numbers are little-endian. The length of the data is in the blob's row and decides the length of the file.

use crate::BlobId;

/// Data bytes in a block.
pub(super) const BLOCK: usize = 64 * 1024;
/// Blocks written or read in one go.
pub(super) const PIECE: usize = 4;
pub(super) const CRC: usize = 4;
pub(super) const HEADER: usize = 36;

const MAGIC: &[u8; 8] = b"LIRIOBLB";
const VERSION: u32 = 1;

pub(super) fn header(id: &BlobId) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    header[..8].copy_from_slice(MAGIC);
    header[8..12].copy_from_slice(&VERSION.to_le_bytes());
    header[12..16].copy_from_slice(&(BLOCK as u32).to_le_bytes());
    header[16..32].copy_from_slice(id.as_bytes());
    let crc = crc32c::crc32c(&header[..32]);
    header[32..].copy_from_slice(&crc.to_le_bytes());
    header
}

/// The checksum of block `number` of a blob.
pub(super) fn block_crc(id: &BlobId, number: u64, data: &[u8]) -> u32 {
    let seed = crc32c::crc32c_append(crc32c::crc32c(id.as_bytes()), &number.to_le_bytes());
    crc32c::crc32c_append(seed, data)
}

/// Where block `number` starts in the file.
pub(super) fn block_offset(number: u64) -> u64 {
    HEADER as u64 + number * (BLOCK + CRC) as u64
}

/// How long the file of a blob of `len` bytes is.
pub(super) fn file_len(len: u64) -> u64 {
    HEADER as u64 + len + len.div_ceil(BLOCK as u64) * CRC as u64
}

/// Verifies consecutive blocks, the first of number `first`, and leaves only their data. Or the bad block's number.
pub(super) fn strip(id: &BlobId, first: u64, encoded: &mut Vec<u8>) -> Result<(), u64> {
    let (mut from, mut to, mut number) = (0, 0, first);
    while from < encoded.len() {
        let end = encoded.len().min(from + BLOCK + CRC);
        let Some(data_end) = end.checked_sub(CRC).filter(|data_end| *data_end > from) else {
            return Err(number);
        };
        let crc = block_crc(id, number, &encoded[from..data_end]);
        if encoded[data_end..end] != crc.to_le_bytes() {
            return Err(number);
        }
        encoded.copy_within(from..data_end, to);
        to += data_end - from;
        from = end;
        number += 1;
    }
    encoded.truncate(to);
    Ok(())
}
