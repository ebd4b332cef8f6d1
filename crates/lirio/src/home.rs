//! The data directory: where it is, the credentials in it, and which platform runs on it.

use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};

use crate::cli::DataDir;

/// The account's root credentials.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Credentials {
    /// The key.
    pub(crate) access_key_id: String,
    /// Its secret.
    pub(crate) secret_access_key: String,
}

/// A platform that runs, as it wrote itself down.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Running {
    /// Its process.
    pub(crate) pid: u32,
    /// Where it answers, as `http://…`.
    pub(crate) endpoint: String,
    /// Its region.
    pub(crate) region: String,
    /// Its account.
    pub(crate) account: String,
}

/// The data directory.
#[derive(Clone, Debug)]
pub(crate) struct Home(PathBuf);

impl Home {
    /// `--data-dir`, `LIRIO_DATA_DIR`, else the user's data home.
    pub(crate) fn find(data: &DataDir) -> Result<Self> {
        if let Some(dir) = &data.data_dir {
            return Ok(Self(std::path::absolute(dir)?));
        }
        let from = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        let base = from("XDG_DATA_HOME").or_else(|| from("HOME").map(|home| home.join(".local/share")));
        match base {
            Some(base) => Ok(Self(base.join("lirio"))),
            None => bail!("there is no HOME to keep data under; name a folder with --data-dir"),
        }
    }

    /// A data directory at a known place.
    pub(crate) fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Where a platform in the background writes its log.
    pub(crate) fn log(&self) -> PathBuf {
        self.0.join("lirio.log")
    }

    fn credentials_path(&self) -> PathBuf {
        self.0.join("credentials.json")
    }

    fn running_path(&self) -> PathBuf {
        self.0.join("platform.json")
    }

    /// Makes the directory, for its owner only.
    pub(crate) fn create(&self) -> Result<()> {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.0).with_context(|| {
            format!("cannot make the data directory {}; name another with --data-dir", self.0.display())
        })
    }

    /// The root credentials, made at the first start.
    pub(crate) fn credentials(&self) -> Result<Credentials> {
        let path = self.credentials_path();
        match std::fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).with_context(|| {
                format!("{} does not hold credentials; move it away to have new ones made", path.display())
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => self.make_credentials(),
            Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
        }
    }

    /// A name that only this directory has, made at the first use: engines know its containers by it.
    pub(crate) fn instance(&self) -> Result<String> {
        let path = self.0.join("instance");
        match std::fs::read_to_string(&path) {
            Ok(name) if name.len() == 16 && name.bytes().all(|byte| byte.is_ascii_hexdigit()) => Ok(name),
            Ok(_) => bail!("{} does not hold a name; remove it to have a new one made", path.display()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let name = lirio_service::hex_id::<8>();
                write_private(&path, name.as_bytes())?;
                Ok(name)
            }
            Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
        }
    }

    fn make_credentials(&self) -> Result<Credentials> {
        use base64::Engine as _;
        const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let tail = lirio_service::random_bytes::<16>().map(|b| ALPHABET[(b & 31) as usize] as char);
        let credentials = Credentials {
            access_key_id: "AKIA".chars().chain(tail).collect(),
            secret_access_key: base64::engine::general_purpose::STANDARD
                .encode(lirio_service::random_bytes::<30>()),
        };
        write_private(&self.credentials_path(), &serde_json::to_vec_pretty(&credentials)?)?;
        Ok(credentials)
    }

    /// The platform that wrote itself down last; it may be gone.
    pub(crate) fn last_running(&self) -> Option<Running> {
        serde_json::from_slice(&std::fs::read(self.running_path()).ok()?).ok()
    }

    /// Writes down the platform that starts.
    pub(crate) fn write_running(&self, running: &Running) -> Result<()> {
        write_private(&self.running_path(), &serde_json::to_vec_pretty(running)?)
    }

    /// Removes the note when the platform stops.
    pub(crate) fn clear_running(&self) {
        if let Err(error) = std::fs::remove_file(self.running_path()) {
            tracing::debug!(%error, "the note of the running platform");
        }
    }
}

/// Writes a file that only its owner reads, whole or not at all.
fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    let temporary = path.with_extension("new");
    let write = || -> std::io::Result<()> {
        let mut file = std::fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&temporary, path)
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}
