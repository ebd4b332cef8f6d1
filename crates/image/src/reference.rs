//! Names of images: `registry/repository[:tag][@digest]`, by the grammar of the distribution specification.

use std::fmt;
use std::str::FromStr;

use crate::digest::{Digest, DigestError};

const MAX_REPOSITORY_LENGTH: usize = 255;
const MAX_TAG_LENGTH: usize = 128;
const MAX_REGISTRY_LENGTH: usize = 259;

/// Why a text is not an image reference, or not one of its parts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// No repository at all.
    #[error("an image reference needs a repository, as in 127.0.0.1:4566/iris:latest")]
    Empty,
    /// The part before the first slash is not a host with an optional port.
    #[error("{0:?} is not a registry: write a host name or address and an optional port")]
    Registry(String),
    /// The repository's name is not allowed.
    #[error(
        "{0:?} is not a repository name: use lowercase letters and digits, separated by '.', '_', '__' or '-', \
         in parts separated by '/', at most 255 characters"
    )]
    Repository(String),
    /// The tag is not allowed.
    #[error(
        "{0:?} is not a tag: use letters, digits, '_', '.' and '-', not starting with '.' or '-', \
         at most 128 characters"
    )]
    Tag(String),
    /// The part behind `@` is not a digest.
    #[error("the digest of the image reference is not valid: {0}")]
    Digest(#[from] DigestError),
}

/// The characters of an error message are bounded even where the input is not.
fn shown(text: &str) -> String {
    const SHOWN: usize = 80;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

macro_rules! text_newtype {
    ($(#[$doc:meta])* $name:ident, $valid:path, $error:path) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Checks the grammar.
            pub fn parse(text: &str) -> Result<Self, ReferenceError> {
                if $valid(text) { Ok(Self(text.to_owned())) } else { Err($error(shown(text))) }
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = ReferenceError;

            fn from_str(text: &str) -> Result<Self, ReferenceError> {
                Self::parse(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

text_newtype!(
    /// A repository's name, such as `team/app`; valid by construction.
    RepositoryName,
    valid_repository,
    ReferenceError::Repository
);
text_newtype!(
    /// A tag, such as `latest`; valid by construction.
    Tag,
    valid_tag,
    ReferenceError::Tag
);
text_newtype!(
    /// A registry's host and optional port, such as `127.0.0.1:4566`; valid by construction.
    Registry,
    valid_registry,
    ReferenceError::Registry
);

/// `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*`, repeated with slashes between.
fn valid_repository(text: &str) -> bool {
    text.len() <= MAX_REPOSITORY_LENGTH && text.split('/').all(valid_repository_part)
}

fn valid_repository_part(part: &str) -> bool {
    let alphanumeric = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let mut rest = part.as_bytes();
    loop {
        let word = rest.iter().take_while(|byte| alphanumeric(**byte)).count();
        if word == 0 {
            return false;
        }
        rest = &rest[word..];
        let separator = rest.iter().take_while(|byte| !alphanumeric(**byte)).count();
        match &rest[..separator] {
            b"" => return true,
            b"." | b"_" | b"__" => {}
            dashes if dashes.iter().all(|byte| *byte == b'-') => {}
            _ => return false,
        }
        rest = &rest[separator..];
    }
}

/// `[A-Za-z0-9_][A-Za-z0-9._-]{0,127}`.
fn valid_tag(text: &str) -> bool {
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    text.len() <= MAX_TAG_LENGTH
        && text.bytes().next().is_some_and(word)
        && text.bytes().all(|byte| word(byte) || byte == b'.' || byte == b'-')
}

/// A host name, an IPv4 address or a bracketed IPv6 address, and an optional port.
fn valid_registry(text: &str) -> bool {
    if text.len() > MAX_REGISTRY_LENGTH {
        return false;
    }
    let (host_is_valid, port) = if let Some(rest) = text.strip_prefix('[') {
        let Some((address, behind)) = rest.split_once(']') else { return false };
        (address.parse::<std::net::Ipv6Addr>().is_ok(), behind.strip_prefix(':').ok_or(behind))
    } else {
        match text.split_once(':') {
            Some((host, port)) => (valid_host(host), Ok(port)),
            None => (valid_host(text), Err("")),
        }
    };
    let port_is_valid = match port {
        Ok(port) => port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok(),
        Err(nothing) => nothing.is_empty(),
    };
    host_is_valid && port_is_valid
}

fn valid_host(host: &str) -> bool {
    host.split('.').all(|label| {
        !label.is_empty()
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    })
}

/// Where an image is: an optional registry, a repository, and an optional tag and digest.
///
/// The part before the first slash is a registry when it has a `.` or a `:` in it or is `localhost`, as
/// everywhere; no default registry is assumed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ImageReference {
    /// The registry, where one is written.
    pub registry: Option<Registry>,
    /// The repository.
    pub repository: RepositoryName,
    /// The tag, where one is written.
    pub tag: Option<Tag>,
    /// The manifest's digest, where one is written; it decides, and the tag is then only a remark.
    pub digest: Option<Digest>,
}

impl ImageReference {
    /// Reads `[registry/]repository[:tag][@digest]`.
    pub fn parse(text: &str) -> Result<Self, ReferenceError> {
        let (rest, digest) = match text.split_once('@') {
            Some((rest, digest)) => (rest, Some(Digest::parse(digest)?)),
            None => (text, None),
        };
        let (registry, rest) = match rest.split_once('/') {
            Some((first, behind)) if looks_like_registry(first) => (Some(Registry::parse(first)?), behind),
            _ => (None, rest),
        };
        // The registry and its port are gone, so a colon can only begin the tag.
        let (repository, tag) = match rest.split_once(':') {
            Some((repository, tag)) => (repository, Some(Tag::parse(tag)?)),
            None => (rest, None),
        };
        if repository.is_empty() {
            return Err(ReferenceError::Empty);
        }
        Ok(Self { registry, repository: RepositoryName::parse(repository)?, tag, digest })
    }

    /// What a registry is asked for behind `/manifests/`: the digest, else the tag, else `latest`.
    pub fn manifest_reference(&self) -> String {
        match (&self.digest, &self.tag) {
            (Some(digest), _) => digest.to_string(),
            (None, Some(tag)) => tag.to_string(),
            (None, None) => "latest".to_owned(),
        }
    }
}

fn looks_like_registry(first: &str) -> bool {
    first.contains(['.', ':']) || first == "localhost"
}

impl FromStr for ImageReference {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        Self::parse(text)
    }
}

impl fmt::Display for ImageReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(registry) = &self.registry {
            write!(f, "{registry}/")?;
        }
        write!(f, "{}", self.repository)?;
        if let Some(tag) = &self.tag {
            write!(f, ":{tag}")?;
        }
        if let Some(digest) = &self.digest {
            write!(f, "@{digest}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DIGEST: &str = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn references() {
        let check = |text: &str, expected: (Option<&str>, &str, Option<&str>, bool)| {
            let reference = ImageReference::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            let parts = (
                reference.registry.as_ref().map(Registry::as_str),
                reference.repository.as_str(),
                reference.tag.as_ref().map(Tag::as_str),
                reference.digest.is_some(),
            );
            assert_eq!(parts, expected, "{text}");
            assert_eq!(reference.to_string(), text);
        };
        check("127.0.0.1:4566/iris:latest", (Some("127.0.0.1:4566"), "iris", Some("latest"), false));
        check(
            &format!("000000000000.dkr.ecr.eu-west-1.amazonaws.com/team/app@{DIGEST}"),
            (Some("000000000000.dkr.ecr.eu-west-1.amazonaws.com"), "team/app", None, true),
        );
        check(&format!("[::1]:4566/a:b@{DIGEST}"), (Some("[::1]:4566"), "a", Some("b"), true));
        check("[::1]/a", (Some("[::1]"), "a", None, false));
        check("localhost/a/b", (Some("localhost"), "a/b", None, false));
        check("iris", (None, "iris", None, false));
        check("team/iris:1.0-rc_1", (None, "team/iris", Some("1.0-rc_1"), false));
        check("a.b:80/c", (Some("a.b:80"), "c", None, false));
        check("a__b/c---d/e.f_g:_", (None, "a__b/c---d/e.f_g", Some("_"), false));
        check("iris:4566", (None, "iris", Some("4566"), false));
    }

    #[test]
    fn refused_references() {
        use ReferenceError as E;
        let check = |text: &str, expected: fn(String) -> E, part: &str| {
            assert_eq!(ImageReference::parse(text), Err(expected(part.to_owned())), "{text}");
        };
        check("Iris", E::Repository, "Iris");
        check("a//b", E::Repository, "a//b");
        check("a/", E::Repository, "a/");
        check("/a", E::Repository, "/a");
        check("a..b", E::Repository, "a..b");
        check("a._b", E::Repository, "a._b");
        check("a___b", E::Repository, "a___b");
        check("-a", E::Repository, "-a");
        check("a-", E::Repository, "a-");
        check("..", E::Repository, "..");
        check("../a", E::Registry, "..");
        check("a:b:c", E::Tag, "b:c");
        check("a:", E::Tag, "");
        check("a:.b", E::Tag, ".b");
        check("a:-b", E::Tag, "-b");
        check("host:/a", E::Registry, "host:");
        check("host:99999/a", E::Registry, "host:99999");
        check("host:+1/a", E::Registry, "host:+1");
        check("-host.x/a", E::Registry, "-host.x");
        check("[::1/a", E::Registry, "[::1");
        check("[::1]x/a", E::Registry, "[::1]x");
        check("[zz]:1/a", E::Registry, "[zz]:1");
        assert_eq!(ImageReference::parse(""), Err(E::Empty));
        assert_eq!(ImageReference::parse("a.b/"), Err(E::Empty));
        assert_eq!(ImageReference::parse(":a"), Err(E::Empty));
        assert_eq!(ImageReference::parse("a@sha256:1"), Err(E::Digest(DigestError::Hexadecimal)));
        assert_eq!(ImageReference::parse("a@"), Err(E::Digest(DigestError::Algorithm)));
    }

    #[test]
    fn lengths_are_bounded() {
        assert!(RepositoryName::parse(&"a".repeat(255)).is_ok());
        assert!(RepositoryName::parse(&"a".repeat(256)).is_err());
        assert!(Tag::parse(&"a".repeat(128)).is_ok());
        assert!(Tag::parse(&"a".repeat(129)).is_err());
        let error = Tag::parse(&"é".repeat(1_000_000)).unwrap_err().to_string();
        assert!(error.len() < 500, "{}", error.len());
    }

    #[test]
    fn what_a_registry_is_asked_for() {
        let check = |text: &str, expected: &str| {
            assert_eq!(ImageReference::parse(text).unwrap().manifest_reference(), expected, "{text}");
        };
        check("iris", "latest");
        check("iris:1", "1");
        check(&format!("iris:1@{DIGEST}"), DIGEST);
    }

    proptest! {
        #[test]
        fn parsing_never_panics_and_round_trips(text in "\\PC{0,60}|[a-z./:@_\\[\\]-]{0,40}") {
            if let Ok(reference) = ImageReference::parse(&text) {
                prop_assert_eq!(reference.to_string(), text);
            }
        }
    }
}
