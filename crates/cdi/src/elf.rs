//! The name under which programs ask for a library (`DT_SONAME`).
//!
//! The files of a driver are named by its version (`libcuda.so.550.54.14`), and programs ask for `libcuda.so.1`.  The
//! link from one to the other is otherwise made by `ldconfig`, which would have to be the image's.

/// Program headers that are looked at; libraries have about ten.
const MOST_SEGMENTS: u16 = 64;
/// Entries of the dynamic section that are looked at; libraries have about thirty.
const MOST_ENTRIES: u64 = 1024;
/// The longest name, in bytes.
const LONGEST_NAME: u64 = 255;

const SEGMENT_LOADED: u32 = 1;
const SEGMENT_DYNAMIC: u32 = 2;
const ENTRY_END: u64 = 0;
const ENTRY_STRINGS: u64 = 5;
const ENTRY_SONAME: u64 = 14;

/// A part of the file that is mapped into memory.
struct Segment {
    kind: u32,
    offset: u64,
    address: u64,
    size: u64,
}

/// The name in a 64-bit library of this machine's byte order, if it is one and has one.  `read` gives so many bytes
/// at a place, or nothing if the file is shorter.
pub fn soname(read: impl Fn(u64, usize) -> Option<Vec<u8>>) -> Option<String> {
    let header = read(0, 64)?;
    let order = if cfg!(target_endian = "little") { 1 } else { 2 };
    if header[..4] != *b"\x7fELF" || header[4] != 2 || header[5] != order {
        return None;
    }
    let (table, entry, count) = (word(&header, 32)?, half(&header, 54)?, half(&header, 56)?);
    let mut segments = Vec::new();
    for number in 0..count.min(MOST_SEGMENTS) {
        let at = table.checked_add(u64::from(number) * u64::from(entry))?;
        let bytes = read(at, 56)?;
        segments.push(Segment {
            kind: u32::from_ne_bytes(bytes.get(..4)?.try_into().ok()?),
            offset: word(&bytes, 8)?,
            address: word(&bytes, 16)?,
            size: word(&bytes, 32)?,
        });
    }
    let dynamic = segments.iter().find(|segment| segment.kind == SEGMENT_DYNAMIC)?;
    let (mut strings, mut name) = (None, None);
    for number in 0..(dynamic.size / 16).min(MOST_ENTRIES) {
        let bytes = read(dynamic.offset.checked_add(number * 16)?, 16)?;
        match (word(&bytes, 0)?, word(&bytes, 8)?) {
            (ENTRY_END, _) => break,
            (ENTRY_STRINGS, value) => strings = Some(value),
            (ENTRY_SONAME, value) => name = Some(value),
            _ => {}
        }
    }
    // The table of strings is told by its address in memory.
    let address = strings?.checked_add(name?)?;
    let at = segments.iter().filter(|segment| segment.kind == SEGMENT_LOADED).find_map(|segment| {
        let within = address.checked_sub(segment.address).filter(|within| *within < segment.size)?;
        segment.offset.checked_add(within)
    })?;
    // A file may end right behind the name.
    let mut text = Vec::new();
    for number in 0..=LONGEST_NAME {
        match read(at.checked_add(number)?, 1)?.first()? {
            0 => break,
            byte => text.push(*byte),
        }
    }
    let text = String::from_utf8(text).ok()?;
    let good = !text.is_empty()
        && text.len() as u64 <= LONGEST_NAME
        && text != "."
        && text != ".."
        && !text.contains(|one: char| one == '/' || one.is_control());
    good.then_some(text)
}

fn word(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_ne_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_ne_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A library of nothing but its name.
    fn library(name: &str) -> Vec<u8> {
        let mut bytes = vec![0; 64 + 2 * 56];
        bytes[..6].copy_from_slice(&[
            0x7f,
            b'E',
            b'L',
            b'F',
            2,
            if cfg!(target_endian = "little") { 1 } else { 2 },
        ]);
        let mut put = |at: usize, value: u64| bytes[at..at + 8].copy_from_slice(&value.to_ne_bytes());
        let (dynamic, base) = (64 + 2 * 56, 0x1000);
        let strings = dynamic + 48;
        put(32, 64);
        // Everything is mapped at `base`.
        put(64 + 8, 0);
        put(64 + 16, base);
        put(64 + 32, (strings + 1 + name.len() + 1) as u64);
        put(64 + 56 + 8, dynamic as u64);
        put(64 + 56 + 32, 48);
        bytes[54..56].copy_from_slice(&56_u16.to_ne_bytes());
        bytes[56..58].copy_from_slice(&2_u16.to_ne_bytes());
        bytes[64..68].copy_from_slice(&SEGMENT_LOADED.to_ne_bytes());
        bytes[120..124].copy_from_slice(&SEGMENT_DYNAMIC.to_ne_bytes());
        for value in [ENTRY_STRINGS, base + strings as u64, ENTRY_SONAME, 1, ENTRY_END, 0] {
            bytes.extend(value.to_ne_bytes());
        }
        bytes.push(0);
        bytes.extend(name.as_bytes());
        bytes.push(0);
        bytes
    }

    fn of(bytes: &[u8]) -> Option<String> {
        soname(|at, length| {
            let at = usize::try_from(at).ok()?;
            Some(bytes.get(at..at.checked_add(length)?)?.to_vec())
        })
    }

    #[test]
    fn a_library_says_its_name() {
        assert_eq!(of(&library("libcuda.so.1")).as_deref(), Some("libcuda.so.1"));
        for bad in ["", "a/b", "..", "a\nb"] {
            assert_eq!(of(&library(bad)), None, "{bad:?}");
        }
        assert_eq!(of(b"#!/bin/sh\n"), None);
        assert_eq!(of(&library("libcuda.so.1")[..200]), None);
    }

    #[test]
    fn the_c_library_says_its_name() {
        let loaded = std::fs::read_to_string("/proc/self/maps").unwrap();
        // Only a program that was linked statically has none.
        let Some(path) =
            loaded.lines().find_map(|line| line.split_whitespace().last().filter(|p| p.contains("libc.so")))
        else {
            return;
        };
        assert_eq!(of(&std::fs::read(path).unwrap()).as_deref(), Some("libc.so.6"));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..512), at in 0_usize..260, value: u64) {
            let _ = of(&bytes);
            let mut changed = library("libcuda.so.1");
            let at = at.min(changed.len() - 8);
            changed[at..at + 8].copy_from_slice(&value.to_ne_bytes());
            let _ = of(&changed);
        }
    }
}
