//! Archives as engines write them, and as nobody should.

use std::io::Write as _;

use flate2::write::GzEncoder;
use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::manifest::Manifest;

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("lirio-archive-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

/// An archive in the making; names go in as they are.
#[derive(Default)]
struct Tar(Vec<u8>);

impl Tar {
    fn entry(mut self, kind: u8, name: &str, link: &str, content: &[u8]) -> Self {
        let mut header = tar::Header::new_gnu();
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.as_mut_bytes()[157..157 + link.len()].copy_from_slice(link.as_bytes());
        header.set_entry_type(tar::EntryType::new(kind));
        header.set_mode(0o644);
        header.set_size(content.len() as u64);
        header.set_cksum();
        self.0.extend(header.as_bytes());
        self.0.extend(content);
        self.0.resize(self.0.len().next_multiple_of(512), 0);
        self
    }

    fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.entry(b'0', name, "", content.as_ref())
    }

    fn read(mut self) -> Result<(BuiltImage, Folder), ImageError> {
        self.0.resize(self.0.len() + 1024, 0);
        let folder = Folder::new();
        let mut reader = ArchiveReader::new(Platform::new("linux", "amd64"));
        reader.annotations = BTreeMap::from([("made".to_owned(), "by a test".to_owned())]);
        reader.max_bytes = 1 << 20;
        reader.read(self.0.as_slice(), &folder.0).map(|image| (image, folder))
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn config(layers: &[&[u8]]) -> Vec<u8> {
    let diff_ids: Vec<_> = layers.iter().map(|layer| Digest::of(layer).to_string()).collect();
    let rootfs = json!({ "type": "layers", "diff_ids": diff_ids });
    serde_json::to_vec(&json!({ "architecture": "amd64", "os": "linux", "rootfs": rootfs, "extra": 1 }))
        .unwrap()
}

fn docker(names: &[&str], layers: &[&[u8]]) -> Tar {
    let list = json!([{ "Config": "c.json", "RepoTags": null, "Layers": names }]);
    Tar::default().file("c.json", config(layers)).file("manifest.json", list.to_string())
}

#[test]
fn a_docker_archive_with_links_and_gzip() {
    // Docker 20.10 lets equal layers lead to each other; newer ones keep them compressed.
    let zipped = gzip(b"two");
    let archive = docker(&["a/layer.tar", "b/layer.tar", "blobs/two"], &[b"one", b"one", b"two"])
        .entry(b'5', "a/", "", b"")
        .file("a/layer.tar", "one")
        .entry(b'2', "b/layer.tar", "../a/layer.tar", b"")
        .file("./blobs/two", &zipped);
    let (image, folder) = archive.read().unwrap();
    assert_eq!(image.config, config(&[b"one", b"one", b"two"]), "the configuration stays as it is");
    let manifest = Manifest::parse(&image.manifest).unwrap();
    assert_eq!(manifest.config.digest, image.config_digest);
    assert_eq!(manifest.annotations["made"], "by a test");
    let found: Vec<_> = manifest.layers.iter().map(|l| (l.media_type.as_str(), l.digest, l.size)).collect();
    let one = (media_type::OCI_LAYER_TAR, Digest::of(b"one"), 3);
    assert_eq!(found, [one, one, (media_type::OCI_LAYER_GZIP, Digest::of(&zipped), zipped.len() as u64)]);
    let mut expected = vec![Digest::of(b"one").hex(), Digest::of(&zipped).hex()];
    expected.sort();
    assert_eq!(folder.names(), expected, "the layers and nothing else");
    assert_eq!(fs::read(image.layers[1].file.as_ref().unwrap()).unwrap(), b"one");
}

fn blob(tar: Tar, bytes: &[u8]) -> Tar {
    tar.file(&format!("blobs/sha256/{}", Digest::of(bytes).hex()), bytes)
}

#[test]
fn an_oci_layout_keeps_its_manifest() {
    let layer = gzip(b"one");
    let manifest = |architecture: &str| {
        let config = config(&[b"one"]);
        let manifest = serde_json::to_vec(&Manifest {
            schema_version: 2,
            media_type: Some(media_type::OCI_MANIFEST.to_owned()),
            artifact_type: None,
            config: Descriptor::of(media_type::OCI_CONFIG, &config),
            layers: vec![Descriptor::of(media_type::OCI_LAYER_GZIP, &layer)],
            subject: None,
            annotations: BTreeMap::from([("for".to_owned(), architecture.to_owned())]),
        })
        .unwrap();
        let mut descriptor = Descriptor::of(media_type::OCI_MANIFEST, &manifest);
        descriptor.platform = Some(Platform::new("linux", architecture));
        (config, manifest, descriptor)
    };
    let (config, wanted, ours) = manifest("amd64");
    let (_, _, other) = manifest("arm64");
    let inner = json!({ "schemaVersion": 2, "mediaType": media_type::OCI_INDEX, "manifests": [other, ours] })
        .to_string();
    let outer =
        json!({ "schemaVersion": 2, "manifests": [Descriptor::of(media_type::OCI_INDEX, inner.as_bytes())] });
    let archive = [config.as_slice(), &wanted, &layer, inner.as_bytes()]
        .into_iter()
        .fold(Tar::default().file("oci-layout", "{}").file("index.json", outer.to_string()), blob);
    let (image, folder) = archive.read().unwrap();
    assert_eq!((image.manifest, image.config), (wanted, config));
    assert_eq!(folder.names(), [Digest::of(&layer).hex()]);
}

#[test]
fn refused_archives() {
    let check = |archive: Tar, expected: &str| {
        let message = archive.read().map(|_| ()).unwrap_err().to_string();
        assert!(message.contains(expected), "{message}");
    };
    check(Tar::default(), "neither manifest.json nor index.json");
    check(Tar(b"no archive at all".repeat(100)), "it cannot be read: a header");
    check(Tar::default().file("manifest.json", "{}"), "manifest.json: invalid type");
    check(Tar::default().file("manifest.json", "[]"), "it has 0 images and must have one");
    check(docker(&["a.tar"], &[b"one"]), "\"a.tar\" is missing");
    check(docker(&[], &[b"one"]), "it has 0 layers where the image's configuration has 1");
    check(docker(&["a.tar"], &[b"one"]).file("a.tar", "two"), "a layer of the archive should have digest");
    check(
        docker(&["a.tar"], &[b"one"]).file("a.tar", gzip(b"two")),
        "a layer of the archive should have digest",
    );
    check(docker(&["a.tar"], &[b"one"]).file("a.tar", [0x1f, 0x8b, 0, 0]), "cannot be read");
    check(
        docker(&["a.tar"], &[b"one"]).file("a.tar", [0x28, 0xb5, 0x2f, 0xfd]),
        "zstd, which is not supported",
    );
    check(docker(&["a.tar"], &[b"one"]).entry(b'2', "a.tar", "a.tar", b""), "a link that leads nowhere");
    check(docker(&["a.tar"], &[b"one"]).entry(b'2', "a.tar", "../../etc/passwd", b""), "leads out of it");
    check(docker(&["a.tar"], &[b"one"]).entry(b'1', "a.tar", "/etc/passwd", b""), "leads out of it");
    check(docker(&["a.tar"], &[b"one"]).entry(b'6', "a.tar", "", b""), "is a device or a pipe");
    check(Tar::default().file("../manifest.json", "[]"), "leads out of it");
    check(Tar::default().file("a", "1").file("./a", "2"), "\"a\" is in it twice");
    check(Tar::default().file("a", vec![0; (1 << 20) + 1]), "larger than allowed");
    // A bomb: a layer that is small until it is unpacked.
    check(docker(&["a.tar"], &[b"one"]).file("a.tar", gzip(&vec![0; 2 << 20])), "longer than allowed");
    let many = (0..=MAX_ENTRIES).fold(Tar::default(), |tar, at| tar.entry(b'5', &format!("{at}"), "", b""));
    check(many, "more entries than");
    check(
        Tar::default()
            .file("manifest.json", json!([{ "Config": "c", "Layers": [] }]).to_string())
            .file("c", " ".repeat(1 << 19)),
        "configuration is not valid",
    );
    let lying = json!({ "schemaVersion": 2, "manifests": [Descriptor::of(media_type::OCI_MANIFEST, b"x")] });
    let name = format!("blobs/sha256/{}", Digest::of(b"x").hex());
    check(
        Tar::default().file("index.json", lying.to_string()).file(&name, "y"),
        "a blob of the archive should have",
    );
}

proptest! {
    #[test]
    fn damaged_archives_never_panic(at in 0usize..4096, byte in any::<u8>()) {
        let mut archive = docker(&["a/layer.tar"], &[b"one"]).file("a/layer.tar", "one");
        let at = at % archive.0.len();
        archive.0[at] = byte;
        let _ = archive.read();
    }
}
