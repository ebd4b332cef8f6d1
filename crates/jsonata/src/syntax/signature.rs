//! Signatures of functions, such as `<s-nn?:s>`, and the check of arguments against them.

/// How many parameters a signature may have.
const PARAMETERS: usize = 64;

/// The types that a parameter takes, as a set of bits; a missing argument is a type too.
type Types = u16;

const ARRAY: Types = 1;
const STRING: Types = 1 << 1;
const NUMBER: Types = 1 << 2;
const BOOLEAN: Types = 1 << 3;
const NULL: Types = 1 << 4;
const FUNCTION: Types = 1 << 5;
const OBJECT: Types = 1 << 6;
const MISSING: Types = 1 << 7;
const JSON: Types = ARRAY | STRING | NUMBER | BOOLEAN | NULL | OBJECT | MISSING;
const ANY: Types = JSON | FUNCTION;

/// The set of one letter, as values are called: `a s n b l f o m`.
pub(crate) fn types_of(letter: u8) -> u16 {
    match letter {
        b'a' => ARRAY,
        b's' => STRING,
        b'n' => NUMBER,
        b'b' => BOOLEAN,
        b'l' => NULL,
        b'f' => FUNCTION,
        b'o' => OBJECT,
        _ => MISSING,
    }
}

/// One parameter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parameter {
    types: Types,
    /// `a`: any value stands for an array of one.
    pub(crate) array: bool,
    /// What the items of the array must be: a letter.
    pub(crate) items: Option<u8>,
    /// `-`: taken from the context if it is not given.
    pub(crate) context: bool,
    optional: bool,
    repeated: bool,
}

impl Parameter {
    pub(crate) fn takes(&self, letter: u8) -> bool {
        self.types & types_of(letter) != 0
    }
}

/// A parsed signature.
#[derive(Debug, Clone, Default)]
pub(crate) struct Signature {
    pub(crate) parameters: Vec<Parameter>,
}

impl Signature {
    /// Parses `<...>`. The error is a code.
    pub(crate) fn parse(text: &str) -> Result<Signature, &'static str> {
        let bytes = text.as_bytes();
        let mut parameters: Vec<Parameter> = Vec::new();
        let mut at = 1;
        while let Some(letter) = bytes.get(at) {
            at += 1;
            let types = match letter {
                b':' => break,
                b's' => STRING | MISSING,
                b'n' => NUMBER | MISSING,
                b'b' => BOOLEAN | MISSING,
                b'l' => NULL | MISSING,
                b'o' => OBJECT | MISSING,
                b'a' | b'x' => ANY,
                b'f' => FUNCTION,
                b'j' => JSON,
                b'u' => BOOLEAN | NUMBER | STRING | NULL | MISSING,
                b'(' => {
                    let end = closing(bytes, at, b'(', b')');
                    let choice = &bytes[at..end];
                    if choice.contains(&b'<') {
                        return Err("S0402");
                    }
                    at = end + 1;
                    choice.iter().fold(MISSING, |types, letter| {
                        types
                            | match letter {
                                b'x' => ANY,
                                b'j' => JSON,
                                b'u' => BOOLEAN | NUMBER | STRING | NULL,
                                _ => types_of(*letter),
                            }
                    })
                }
                b'<' => {
                    let end = closing(bytes, at, b'<', b'>');
                    let Some(last) = parameters.last_mut() else { return Err("S0401") };
                    if !last.array && last.types != FUNCTION {
                        return Err("S0401");
                    }
                    last.items = bytes.get(at).copied();
                    at = end + 1;
                    continue;
                }
                b'-' | b'?' | b'+' => {
                    if let Some(last) = parameters.last_mut() {
                        last.context |= *letter == b'-';
                        last.optional |= *letter != b'+';
                        last.repeated |= *letter == b'+';
                    }
                    continue;
                }
                _ => continue,
            };
            parameters.push(Parameter {
                types,
                array: *letter == b'a',
                items: None,
                context: false,
                optional: false,
                repeated: false,
            });
            if parameters.len() > PARAMETERS {
                return Err("D1011");
            }
        }
        Ok(Signature { parameters })
    }

    /// How many arguments each parameter takes, or the number of arguments that do fit.
    ///
    /// Like a regular expression over the letters of the arguments: greedy, going back where that does
    /// not lead to the end.
    pub(crate) fn assign(&self, letters: &[u8]) -> Result<Vec<usize>, usize> {
        if let Some(taken) = fitting(&self.parameters, letters, true) {
            return Ok(taken);
        }
        let mut good = 0;
        for end in 1..=self.parameters.len() {
            match fitting(&self.parameters[..end], letters, false) {
                Some(taken) => good = taken.iter().sum(),
                None => break,
            }
        }
        Err(good)
    }
}

fn fitting(parameters: &[Parameter], letters: &[u8], whole: bool) -> Option<Vec<usize>> {
    let mut search = Search {
        parameters,
        letters,
        whole,
        taken: vec![0; parameters.len()],
        failed: vec![false; (parameters.len() + 1) * (letters.len() + 1)],
    };
    search.fits(0, 0).then_some(search.taken)
}

struct Search<'s> {
    parameters: &'s [Parameter],
    letters: &'s [u8],
    whole: bool,
    taken: Vec<usize>,
    /// What was tried in vain, by parameter and letter, so that nothing is tried twice.
    failed: Vec<bool>,
}

impl Search<'_> {
    /// Parameters are few, so the recursion is shallow.
    fn fits(&mut self, at: usize, from: usize) -> bool {
        let Some(parameter) = self.parameters.get(at).copied() else {
            return !self.whole || from == self.letters.len();
        };
        let known = at * (self.letters.len() + 1) + from;
        if self.failed[known] {
            return false;
        }
        let letters = &self.letters[from..];
        let most = if parameter.repeated { letters.len() } else { 1 };
        let most = letters.iter().take(most).take_while(|letter| parameter.takes(**letter)).count();
        let least = usize::from(!parameter.optional);
        for count in (least..=most).rev() {
            self.taken[at] = count;
            if self.fits(at + 1, from + count) {
                return true;
            }
        }
        self.failed[known] = true;
        false
    }
}

/// The place of the closing bracket, or the end.
fn closing(bytes: &[u8], from: usize, open: u8, close: u8) -> usize {
    let mut depth = 1;
    for (offset, byte) in bytes[from..].iter().enumerate() {
        if *byte == open {
            depth += 1;
        } else if *byte == close {
            depth -= 1;
            if depth == 0 {
                return from + offset;
            }
        }
    }
    bytes.len()
}
