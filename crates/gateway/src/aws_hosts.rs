//! AWS's own host names: a client that names one of them over HTTPS is answered here.
//!
//! Some programs give a host of their own making instead of the endpoint they were configured with; SageMaker's
//! SDKs do so for STS (`https://sts.REGION.amazonaws.com`).  Such a program is told to use the platform as its
//! HTTPS proxy: `CONNECT HOST:443` to one of AWS's hosts then ends at this door, with a certificate of an authority
//! that the data directory holds.  Nothing is ever passed on to another host, so this is no way out of a sandbox,
//! and the authority can vouch for AWS's names only (RFC 5280, 4.2.1.10).

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, GeneralSubtree,
    IsCa, Issuer, KeyPair, KeyUsagePurpose, NameConstraints,
};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use crate::server::TlsError;

/// The domains that AWS serves its APIs under.
const DOMAINS: [&str; 3] = ["amazonaws.com", "amazonaws.com.cn", "api.aws"];
const CERTIFICATE: &str = "aws-hosts.pem";
const KEY: &str = "aws-hosts.key";

/// The authority that vouches for AWS's host names to clients which trust it.
pub struct AwsHosts(Issuer<'static, KeyPair>);

impl AwsHosts {
    /// Where the authority's certificate is, for clients (`AWS_CA_BUNDLE`).
    pub fn certificate(folder: &Path) -> PathBuf {
        folder.join(CERTIFICATE)
    }

    /// The authority of a data directory, made at the first time.
    ///
    /// # Errors
    ///
    /// When its files cannot be read or written, or the key is none.
    pub fn open(folder: &Path) -> Result<Self, TlsError> {
        let (certificate, key) = (Self::certificate(folder), folder.join(KEY));
        let wrong = |error: rcgen::Error| TlsError::Content {
            path: key.clone(),
            problem: format!("{error}; move it away to have a new one made"),
        };
        match std::fs::read_to_string(&key) {
            Ok(text) if certificate.is_file() => {
                let pair = KeyPair::from_pem(&text).map_err(wrong)?;
                Ok(Self(Issuer::new(authority(), pair)))
            }
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                Err(TlsError::Read { path: key, source })
            }
            _ => {
                let pair = KeyPair::generate().map_err(wrong)?;
                let text = pair.serialize_pem();
                let made = CertifiedIssuer::self_signed(authority(), pair).map_err(wrong)?;
                // The key goes last: with it there, both are.
                write(&certificate, made.pem().as_bytes(), 0o644)?;
                write(&key, text.as_bytes(), 0o600)?;
                let pair = KeyPair::from_pem(&text).map_err(wrong)?;
                Ok(Self(Issuer::new(authority(), pair)))
            }
        }
    }

    /// A TLS identity for one of AWS's hosts; none for any other.
    pub(crate) fn identity(&self, host: &str) -> Option<Arc<ServerConfig>> {
        if !is_aws(host) {
            return None;
        }
        let made = self.issue(host);
        made.inspect_err(|error| tracing::warn!(host, %error, "no certificate for a host of AWS")).ok()
    }

    fn issue(&self, host: &str) -> Result<Arc<ServerConfig>, Box<dyn std::error::Error>> {
        let pair = KeyPair::generate()?;
        let mut params = CertificateParams::new([host.to_owned()])?;
        params.use_authority_key_identifier_extension = true;
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        let certificate = params.signed_by(&pair, &self.0)?;
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(pair.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)?;
        Ok(Arc::new(config))
    }
}

/// The same at every start: only the key is kept.
fn authority() -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, "lirio: AWS host names on this machine");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.name_constraints = Some(NameConstraints {
        permitted_subtrees: DOMAINS.map(|domain| GeneralSubtree::DnsName(domain.to_owned())).to_vec(),
        excluded_subtrees: Vec::new(),
    });
    params
}

/// Whether a host is one that AWS serves an API at.
pub(crate) fn is_aws(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    DOMAINS.iter().any(|domain| host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.')))
}

/// Writes a file whole or not at all.
fn write(path: &Path, bytes: &[u8], mode: u32) -> Result<(), TlsError> {
    let temporary = path.with_extension("new");
    let write = || -> std::io::Result<()> {
        let mut file = std::fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(mode)
            .open(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&temporary, path)
    };
    write().map_err(|source| TlsError::Write { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_of_aws() {
        let check = |host: &str, expected: bool| assert_eq!(is_aws(host), expected, "{host}");
        check("sts.eu-west-1.amazonaws.com", true);
        check("bucket.s3.eu-west-1.AMAZONAWS.com", true);
        check("api.sagemaker.cn-north-1.amazonaws.com.cn", true);
        check("s3.us-east-1.api.aws", true);
        check("amazonaws.com", false);
        check("notamazonaws.com", false);
        check("amazonaws.com.example.org", false);
        check("pypi.org", false);
        check("", false);
    }
}
