//! Identifiers.

use std::cell::RefCell;

/// So many random bytes are asked of the operating system at once: a call of it costs more than an id.
const AT_ONCE: usize = 512;

thread_local! {
    /// Random bytes, and how many of them are used up.
    static POOL: RefCell<([u8; AT_ONCE], usize)> = const { RefCell::new(([0; AT_ONCE], AT_ONCE)) };
}

/// Random bytes from the operating system; each is given out once and then forgotten.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    const { assert!(N <= AT_ONCE) };
    let mut bytes = [0; N];
    POOL.with_borrow_mut(|(pool, used)| {
        if AT_ONCE - *used < N {
            getrandom::fill(pool).expect("the operating system provides random bytes");
            *used = 0;
        }
        let given = &mut pool[*used..*used + N];
        bytes.copy_from_slice(given);
        given.fill(0);
        *used += N;
    });
    bytes
}

/// A random UUID (version 4) in lower case.
pub fn uuid_v4() -> String {
    let mut b: [u8; 16] = random_bytes();
    b[6] = (b[6] & 0x0f) | 0x40;
    b[8] = (b[8] & 0x3f) | 0x80;
    let mut text = String::with_capacity(36);
    for (i, byte) in b.into_iter().enumerate() {
        if let 4 | 6 | 8 | 10 = i {
            text.push('-');
        }
        text.extend(digits(byte));
    }
    text
}

/// The id of a request, as AWS shapes it.
pub fn request_id() -> String {
    uuid_v4()
}

/// `N` random bytes in lower-case hexadecimal.
pub fn hex_id<const N: usize>() -> String {
    hex(&random_bytes::<N>())
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    text.extend(bytes.iter().flat_map(|byte| digits(*byte)));
    text
}

fn digits(byte: u8) -> [char; 2] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]].map(char::from)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ids_have_their_form_and_do_not_repeat() {
        // More than one filling of the pool, with a rest that is too small.
        let ids: HashSet<String> =
            (0..200).map(|_| uuid_v4()).chain((0..200).map(|_| hex_id::<13>())).collect();
        assert_eq!(ids.len(), 400);
        let id = uuid_v4();
        let parts: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
        assert!(id[14..].starts_with('4') && "89ab".contains(&id[19..20]));
    }
}
