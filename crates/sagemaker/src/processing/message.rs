//! `ExitMessage`: what the containers leave in `/opt/ml/output/message` (Developer Guide, "Save and Access
//! Metadata Information About Your Processing Job").

use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::training::Rooted;

/// The most bytes of it.
const MOST: usize = 1024;

/// The messages of all hosts, one behind the other, cut after a kilobyte; none if none has left one.
///
/// # Errors
///
/// A message that is no UTF-8 text, as a reason why the job fails.
pub(super) fn collect(folders: &[PathBuf]) -> Result<Option<String>, String> {
    let mut all = String::new();
    for folder in folders {
        // What cannot be read (a folder, a link that leads out) is no message.
        let Some(bytes) = read(folder) else { continue };
        all.push_str(text(&bytes)?);
    }
    all.truncate(all.floor_char_boundary(MOST));
    Ok(Some(all).filter(|all| !all.is_empty()))
}

fn read(folder: &Path) -> Option<Vec<u8>> {
    let file = Rooted::open(folder).ok()??.file(Path::new("message")).ok()?;
    let mut bytes = Vec::new();
    file.take(MOST as u64).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// The first kilobyte as text; a character that it cuts is left out.
fn text(bytes: &[u8]) -> Result<&str, String> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) if error.error_len().is_none() && bytes.len() == MOST => {
            Ok(std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default())
        }
        Err(error) => Err(format!(
            "ClientError: /opt/ml/output/message is no UTF-8 text: byte {} of it",
            error.valid_up_to()
        )),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn messages_are_joined_and_cut_between_characters() {
        let root = std::env::temp_dir().join(format!("lirio-message-{}", lirio_service::hex_id::<8>()));
        let check = |messages: &[&[u8]], expected: Result<Option<&str>, &str>| {
            let folders: Vec<PathBuf> = (0..messages.len()).map(|host| root.join(host.to_string())).collect();
            for (folder, message) in folders.iter().zip(messages) {
                fs::create_dir_all(folder).unwrap();
                fs::write(folder.join("message"), message).unwrap();
            }
            match (collect(&folders), expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found.as_deref(), expected),
                (Err(found), Err(expected)) => assert!(found.contains(expected), "{found}"),
                (found, _) => panic!("{found:?}"),
            }
            let _ = fs::remove_dir_all(&root);
        };
        check(&[], Ok(None));
        check(&[b""], Ok(None));
        check(&[b"all well"], Ok(Some("all well")));
        check(&[b"one, ", b"two"], Ok(Some("one, two")));
        let (full, odd) = ("é".repeat(512), format!("x{}", "é".repeat(511)));
        check(&[full.as_bytes(), b"more"], Ok(Some(&*full)));
        // The cut falls into a character.
        check(&[format!("{odd}é").as_bytes()], Ok(Some(&*odd)));
        check(&[b"ok\xff"], Err("byte 2"));
        check(&[b"\xc3"], Err("byte 0"));
        check(&[b"fine", b"\xff"], Err("no UTF-8"));
    }

    #[test]
    fn what_is_no_file_is_no_message() {
        let root = std::env::temp_dir().join(format!("lirio-message-{}", lirio_service::hex_id::<8>()));
        fs::create_dir_all(root.join("folder/message")).unwrap();
        fs::create_dir_all(root.join("link")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", root.join("link/message")).unwrap();
        for case in ["folder", "link", "nothing"] {
            assert_eq!(collect(&[root.join(case)]), Ok(None), "{case}");
        }
        fs::remove_dir_all(root).unwrap();
    }
}
