//! Whether a program can run where there is nothing but the function's own files.

/// What makes a program unfit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It is not a 64-bit ELF program.
    NotAProgram,
    /// It is for another processor.
    OtherMachine,
    /// It needs a dynamic loader.
    Dynamic,
}

#[cfg(target_arch = "x86_64")]
const MACHINE: u16 = 62;
#[cfg(target_arch = "aarch64")]
const MACHINE: u16 = 183;

/// `PT_INTERP` of the ELF specification: the program names its loader.
const INTERPRETER: u32 = 3;

/// The architecture as Lambda writes it.
pub(crate) const ARCHITECTURE: &str = if cfg!(target_arch = "x86_64") { "x86_64" } else { "arm64" };

/// Looks at the head of a program file.
pub(crate) fn check(head: &[u8]) -> Result<(), Unfit> {
    let u16_at = |at: usize| Some(u16::from_le_bytes(head.get(at..at.checked_add(2)?)?.try_into().ok()?));
    let u32_at = |at: usize| Some(u32::from_le_bytes(head.get(at..at.checked_add(4)?)?.try_into().ok()?));
    let u64_at = |at: usize| Some(u64::from_le_bytes(head.get(at..at.checked_add(8)?)?.try_into().ok()?));
    // 64-bit, little endian, version 1; EXEC or DYN (position independent).
    if !head.starts_with(b"\x7fELF\x02\x01\x01") || !matches!(u16_at(16), Some(2 | 3)) {
        return Err(Unfit::NotAProgram);
    }
    if u16_at(18) != Some(MACHINE) {
        return Err(Unfit::OtherMachine);
    }
    let segments = || {
        let start = usize::try_from(u64_at(32)?).ok()?;
        let (size, count) = (usize::from(u16_at(54)?), usize::from(u16_at(56)?));
        (0..count).map(|index| u32_at(start.checked_add(index * size)?)).collect::<Option<Vec<u32>>>()
    };
    match segments() {
        None => Err(Unfit::NotAProgram),
        Some(kinds) if kinds.contains(&INTERPRETER) => Err(Unfit::Dynamic),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The head of a program with these segments.
    pub(crate) fn program(machine: u16, segments: &[u32]) -> Vec<u8> {
        let mut head = vec![0; 64 + 56 * segments.len()];
        head[..7].copy_from_slice(b"\x7fELF\x02\x01\x01");
        head[16] = 2;
        head[18..20].copy_from_slice(&machine.to_le_bytes());
        head[32] = 64;
        head[54] = 56;
        head[56] = u8::try_from(segments.len()).unwrap();
        for (index, kind) in segments.iter().enumerate() {
            head[64 + 56 * index..][..4].copy_from_slice(&kind.to_le_bytes());
        }
        head
    }

    /// A program that passes.
    pub(crate) fn fit() -> Vec<u8> {
        program(MACHINE, &[1])
    }

    #[test]
    fn only_static_programs_of_this_machine_are_fit() {
        let check = |bytes: &[u8], expected| assert_eq!(super::check(bytes), expected);
        check(&fit(), Ok(()));
        check(&program(MACHINE, &[]), Ok(()));
        check(&program(MACHINE, &[6, INTERPRETER, 1]), Err(Unfit::Dynamic));
        check(&program(40, &[1]), Err(Unfit::OtherMachine));
        check(b"#!/bin/sh\n", Err(Unfit::NotAProgram));
        check(b"", Err(Unfit::NotAProgram));
        for length in 0..fit().len() - 53 {
            check(&fit()[..length], super::check(&fit()[..length]).and(Err(Unfit::NotAProgram)));
        }
        let mut wild = fit();
        wild[32..40].fill(0xff);
        check(&wild, Err(Unfit::NotAProgram));
    }
}
