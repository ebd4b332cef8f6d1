//! What a request is about, by its path and query.

use http::StatusCode;
use lirio_image::RepositoryName;

use super::Refusal;

/// What stands behind `/v2/`.  Names have slashes in them, so the path is read from its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    Base,
    Catalog,
    Blob { name: RepositoryName, digest: String },
    Uploads { name: RepositoryName },
    Upload { name: RepositoryName, id: String },
    Manifest { name: RepositoryName, reference: String },
    Tags { name: RepositoryName },
    Referrers { name: RepositoryName, digest: String },
}

pub(super) fn target(path: &str) -> Result<Target, Refusal> {
    let path = decode(path, false)
        .ok_or_else(|| Refusal::bad("NAME_INVALID", "The path is not percent-encoded UTF-8"))?;
    let rest = path.strip_prefix("/v2").unwrap_or(&path);
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    if rest.is_empty() {
        return Ok(Target::Base);
    }
    if rest == "_catalog" {
        return Ok(Target::Catalog);
    }
    let name = |name: &str| {
        RepositoryName::parse(name).map_err(|error| Refusal::bad("NAME_INVALID", error.to_string()))
    };
    let without_slash = rest.strip_suffix('/').unwrap_or(rest);
    if let Some(at) = without_slash.strip_suffix("/blobs/uploads") {
        return Ok(Target::Uploads { name: name(at)? });
    }
    let not_found = || Refusal::new(StatusCode::NOT_FOUND, "UNSUPPORTED", "There is no such resource");
    let (before, last) = rest.rsplit_once('/').ok_or_else(not_found)?;
    let last = last.to_owned();
    if let Some(at) = before.strip_suffix("/blobs/uploads") {
        Ok(Target::Upload { name: name(at)?, id: last })
    } else if let Some(at) = before.strip_suffix("/blobs") {
        Ok(Target::Blob { name: name(at)?, digest: last })
    } else if let Some(at) = before.strip_suffix("/manifests") {
        Ok(Target::Manifest { name: name(at)?, reference: last })
    } else if let Some(at) = before.strip_suffix("/referrers") {
        Ok(Target::Referrers { name: name(at)?, digest: last })
    } else if let Some(at) = before.strip_suffix("/tags")
        && last == "list"
    {
        Ok(Target::Tags { name: name(at)? })
    } else {
        Err(not_found())
    }
}

/// The parameters of a query in order; what is not UTF-8 is left out.
pub(super) fn parameters(query: &str) -> Vec<(String, String)> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .filter_map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((decode(name, true)?, decode(value, true)?))
        })
        .collect()
}

fn decode(text: &str, plus_is_blank: bool) -> Option<String> {
    let digit = |byte: Option<&u8>| byte.and_then(|b| char::from(*b).to_digit(16));
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'%' => {
                let byte = digit(bytes.get(at + 1))? * 16 + digit(bytes.get(at + 2))?;
                decoded.push(u8::try_from(byte).ok()?);
                at += 3;
                continue;
            }
            b'+' if plus_is_blank => decoded.push(b' '),
            byte => decoded.push(byte),
        }
        at += 1;
    }
    String::from_utf8(decoded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        let name = |n: &str| RepositoryName::parse(n).unwrap();
        let check = |path: &str, expected: Option<Target>| {
            assert_eq!(target(path).ok(), expected, "{path}");
        };
        check("/v2", Some(Target::Base));
        check("/v2/", Some(Target::Base));
        check("/v2/_catalog", Some(Target::Catalog));
        check("/v2/team/app/tags/list", Some(Target::Tags { name: name("team/app") }));
        check("/v2/a/blobs/uploads/", Some(Target::Uploads { name: name("a") }));
        check("/v2/a/blobs/uploads", Some(Target::Uploads { name: name("a") }));
        check("/v2/a/b/blobs/uploads/x", Some(Target::Upload { name: name("a/b"), id: "x".into() }));
        check("/v2/a/blobs/sha256%3Aff", Some(Target::Blob { name: name("a"), digest: "sha256:ff".into() }));
        check("/v2/a/manifests/v1", Some(Target::Manifest { name: name("a"), reference: "v1".into() }));
        check(
            "/v2/blobs/manifests/manifests/v1",
            Some(Target::Manifest { name: name("blobs/manifests"), reference: "v1".into() }),
        );
        check("/v2/a/referrers/x", Some(Target::Referrers { name: name("a"), digest: "x".into() }));
        check("/v2/A/manifests/v1", None);
        check("/v2/../manifests/v1", None);
        check("/v2/a%2", None);
        check("/v2/a/b", None);
    }

    #[test]
    fn queries() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            parameters("from=team%2Fapp&mount=sha256%3Aaa&&x"),
            [pair("from", "team/app"), pair("mount", "sha256:aa"), pair("x", "")]
        );
    }
}
