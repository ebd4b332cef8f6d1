//! AWS's own host names, through the platform as a proxy.

use http_body_util::Empty;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::TlsConnector;

use super::*;

/// Asks for a tunnel; what the proxy answers, and the tunnel.
async fn tunnel(server: &Server, host: &str) -> (u16, Option<TokioIo<hyper::upgrade::Upgraded>>, String) {
    let stream = TcpStream::connect(&server.authority).await.expect("it listens");
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.expect("it speaks HTTP");
    tokio::spawn(connection.with_upgrades());
    let request = http::Request::builder()
        .method("CONNECT")
        .uri(format!("{host}:443"))
        .body(Empty::<Bytes>::new())
        .expect("it is well formed");
    let mut answer = sender.send_request(request).await.expect("it answers");
    let status = answer.status().as_u16();
    if status == 200 {
        let upgraded = hyper::upgrade::on(&mut answer).await.expect("it becomes a tunnel");
        return (status, Some(TokioIo::new(upgraded)), String::new());
    }
    let text = answer.into_body().collect().await.expect("to the end").to_bytes();
    (status, None, String::from_utf8_lossy(&text).into_owned())
}

/// A client that trusts the authority of the data directory and nothing else.
fn trusting(server: &Server) -> TlsConnector {
    let pem = std::fs::read(AwsHosts::certificate(&server.folder)).expect("it is there");
    let mut roots = rustls::RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(&pem) {
        roots.add(certificate.expect("it is a certificate")).expect("it is an authority");
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    TlsConnector::from(Arc::new(config))
}

#[tokio::test]
async fn a_host_of_aws_is_answered_here() {
    let server = server().await;
    let host = "sts.eu-west-1.amazonaws.com";
    let (status, tunnel, _) = tunnel(&server, host).await;
    assert_eq!(status, 200);
    let name = ServerName::try_from(host).expect("it is a name");
    let stream = trusting(&server).connect(name, tunnel.expect("it is open")).await.expect("it is trusted");
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.expect("it speaks HTTP");
    tokio::spawn(connection);
    let mut request =
        signed(&server, sts::ops::GetCallerIdentity, sts::GetCallerIdentityRequest {}, ROOT, now()).await;
    *request.uri_mut() = request.uri().path().parse().expect("it is one");
    let answer = sender.send_request(request.map(Full::new)).await.expect("it answers");
    let status = answer.status().as_u16();
    let text = answer.into_body().collect().await.expect("to the end").to_bytes();
    let text = String::from_utf8_lossy(&text);
    assert!(status == 200 && text.contains("arn:aws:iam::000000000000:root"), "{status} {text}");
}

#[tokio::test]
async fn no_other_host_is_reached_through_it() {
    let server = server().await;
    for host in ["example.org", "127.0.0.1", "amazonaws.com.example.org", "localhost"] {
        let (status, tunnel, text) = tunnel(&server, host).await;
        assert!(
            status == 403 && tunnel.is_none() && text.contains("no proxy to other hosts"),
            "{host}: {text}"
        );
    }
}

#[tokio::test]
async fn the_authority_is_the_same_after_a_restart_and_its_key_is_private() {
    use std::os::unix::fs::PermissionsExt as _;
    let server = server().await;
    let before = std::fs::read(AwsHosts::certificate(&server.folder)).expect("it is there");
    AwsHosts::open(&server.folder).expect("it opens again");
    assert_eq!(before, std::fs::read(AwsHosts::certificate(&server.folder)).expect("it is there"));
    let key = server.folder.join("aws-hosts.key");
    let mode = std::fs::metadata(&key).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    std::fs::write(&key, "no key").expect("it is writable");
    let error = AwsHosts::open(&server.folder).err().expect("it is no key").to_string();
    assert!(error.contains("aws-hosts.key") && error.contains("move it away"), "{error}");
}
