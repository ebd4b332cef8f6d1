//! The store with real directories: round trips, whiteouts, attacks, damage, concurrency.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::sync::atomic::AtomicUsize;

use proptest::prelude::*;

use super::*;
use crate::build::{BaseImage, FileSource, ImageBuilder};
use crate::manifest::Document;
use crate::media_type;

/// A folder that goes away with its contents, also those closed to their owner.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("lirio-image-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn store(&self) -> LayerStore {
        LayerStore::open(self.path("layers")).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let parent = tree::open_root(self.0.parent().unwrap()).unwrap();
        tree::remove_at(parent.as_fd(), self.0.file_name().unwrap().as_bytes()).unwrap();
    }
}

/// One entry of a hostile or friendly archive; names go into the header as they are.
struct Item<'a> {
    kind: u8,
    path: &'a str,
    /// The content of a file, the target of a link.
    text: &'a str,
    mode: u32,
    owner: u32,
}

fn file<'a>(path: &'a str, text: &'a str) -> Item<'a> {
    Item { kind: b'0', path, text, mode: 0o644, owner: 0 }
}

fn directory(path: &str) -> Item<'_> {
    Item { kind: b'5', path, text: "", mode: 0o755, owner: 0 }
}

fn symlink<'a>(path: &'a str, target: &'a str) -> Item<'a> {
    Item { kind: b'2', path, text: target, mode: 0o777, owner: 0 }
}

fn hard_link<'a>(path: &'a str, target: &'a str) -> Item<'a> {
    Item { kind: b'1', path, text: target, mode: 0o644, owner: 0 }
}

fn special(path: &str, kind: u8) -> Item<'_> {
    Item { kind, path, text: "", mode: 0o666, owner: 0 }
}

fn archive(items: &[Item<'_>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for item in items {
        let is_file = item.kind == b'0';
        let mut header = tar::Header::new_ustar();
        header.set_entry_type(tar::EntryType::new(item.kind));
        header.set_mode(item.mode);
        header.set_uid(item.owner.into());
        header.set_gid(item.owner.into());
        header.set_mtime(1_000_000_000);
        header.set_size(if is_file { item.text.len() as u64 } else { 0 });
        let raw = header.as_mut_bytes();
        raw[..item.path.len()].copy_from_slice(item.path.as_bytes());
        if !is_file {
            raw[157..157 + item.text.len()].copy_from_slice(item.text.as_bytes());
        }
        header.set_cksum();
        bytes.extend_from_slice(header.as_bytes());
        if is_file {
            bytes.extend_from_slice(item.text.as_bytes());
            bytes.resize(bytes.len().next_multiple_of(512), 0);
        }
    }
    bytes.resize(bytes.len() + 1024, 0);
    bytes
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// An image in memory.
struct Image {
    manifest: Manifest,
    config: ImageConfig,
    blobs: BTreeMap<Digest, Vec<u8>>,
}

impl Image {
    /// An image for this machine of these tar streams, as gzip layers.
    fn of(layers: &[Vec<u8>]) -> Self {
        let host = Platform::host();
        let config = format!(r#"{{"architecture":"{}","os":"linux"}}"#, host.architecture);
        let mut config = ImageConfig::parse(config.as_bytes()).unwrap();
        let mut blobs = BTreeMap::new();
        let mut descriptors = Vec::new();
        for layer in layers {
            let blob = gzip(layer);
            config.rootfs.diff_ids.push(Digest::of(layer));
            descriptors.push(Descriptor::of(media_type::OCI_LAYER_GZIP, &blob));
            blobs.insert(Digest::of(&blob), blob);
        }
        let manifest = Manifest {
            schema_version: 2,
            media_type: None,
            artifact_type: None,
            config: Descriptor::of(media_type::OCI_CONFIG, b"{}"),
            layers: descriptors,
            subject: None,
            annotations: BTreeMap::new(),
        };
        Self { manifest, config, blobs }
    }

    fn unpack(&self, store: &LayerStore) -> Result<Vec<PathBuf>, ImageError> {
        let root = store.root_filesystem(&self.manifest, &self.config, |digest| self.blob(digest))?;
        Ok(root.lower_dirs)
    }

    fn blob(&self, digest: &Digest) -> io::Result<Box<dyn Read>> {
        let blob = self.blobs.get(digest).ok_or_else(|| io::Error::other("no such blob"))?;
        Ok(Box::new(io::Cursor::new(blob.clone())))
    }
}

fn running_as_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// The tree below a directory, a line for each entry; a whiteout is `W`, an opaque directory has `opaque`.
fn listing(root: &Path) -> String {
    fn walk(root: &Path, below: &str, text: &mut String) {
        let mut names: Vec<_> =
            fs::read_dir(root.join(below)).unwrap().map(|it| it.unwrap().file_name()).collect();
        names.sort();
        for name in names {
            let path = format!("{below}{}", name.to_str().unwrap());
            let full = root.join(&path);
            let metadata = fs::symlink_metadata(&full).unwrap();
            let mode = metadata.permissions().mode() & 0o7777;
            if metadata.is_dir() {
                let opaque = if attribute(&full, "opaque") == Some(b'y') { " opaque" } else { "" };
                writeln!(text, "{path}/ {mode:o}{opaque}").unwrap();
                walk(root, &format!("{path}/"), text);
            } else if metadata.is_symlink() {
                writeln!(text, "{path} -> {}", fs::read_link(&full).unwrap().display()).unwrap();
            } else if (metadata.file_type().is_char_device() && metadata.rdev() == 0)
                || (metadata.len() == 0 && attribute(&full, "whiteout").is_some())
            {
                writeln!(text, "{path} W").unwrap();
            } else {
                writeln!(text, "{path} {mode:o} {}", fs::read_to_string(&full).unwrap()).unwrap();
            }
        }
    }
    let mut text = String::new();
    walk(root, "", &mut text);
    text
}

/// The first byte of an attribute of overlayfs, in whichever name space it is.
fn attribute(path: &Path, name: &str) -> Option<u8> {
    ["trusted", "user"].iter().find_map(|space| {
        let mut value = [0; 8];
        rustix::fs::lgetxattr(path, format!("{space}.overlay.{name}"), &mut value).ok()?;
        Some(value[0])
    })
}

fn lines(lines: &[&str]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn model(folder: &Folder, program: &str) -> ImageBuilder {
    let path = folder.path("program");
    fs::write(&path, program).unwrap();
    ImageBuilder::model(Platform::host(), FileSource::Path(path)).unwrap()
}

#[test]
fn a_built_image_unpacks() {
    let folder = Folder::new();
    let built = model(&folder, "the program").build(&folder.0).unwrap();
    let Document::Manifest(manifest) = Document::parse(&built.manifest, None).unwrap() else { panic!() };
    let config = ImageConfig::parse(&built.config).unwrap();
    assert_eq!(config.config.cmd, ["serve"]);
    assert_eq!(manifest.config.digest, built.config_digest);
    let blob = built.layers[0].file.clone().unwrap();
    assert_eq!(Digest::of(fs::read(&blob).unwrap()), manifest.layers[0].digest);

    let lower = folder
        .store()
        .root_filesystem(&manifest, &config, |_| Ok(Box::new(File::open(&blob)?)))
        .unwrap()
        .lower_dirs;
    let group = "root:x:0:\nnobody:x:65534:\n";
    let passwd = "root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n";
    assert_eq!(
        listing(&lower[0]),
        lines(&[
            "dev/ 755",
            "etc/ 755",
            &format!("etc/group 644 {group}"),
            &format!("etc/passwd 644 {passwd}"),
            "opt/ 755",
            "opt/ml/ 755",
            "proc/ 755",
            "root/ 700",
            "sys/ 755",
            "tmp/ 1777",
            "usr/ 755",
            "usr/local/ 755",
            "usr/local/bin/ 755",
            "usr/local/bin/model 755 the program",
            "usr/local/bin/serve -> model",
            "usr/local/bin/train -> model",
        ])
    );
    assert_eq!(fs::metadata(lower[0].join("usr/local/bin/model")).unwrap().mtime(), 0);
}

#[test]
fn the_same_inputs_give_the_same_digest() {
    let (one, two) = (Folder::new(), Folder::new());
    let first = model(&one, "the program").label("b", "2").label("a", "1").build(&one.0).unwrap();
    let second = model(&two, "the program").label("a", "1").label("b", "2").build(&two.0).unwrap();
    assert_eq!(first.manifest_digest, second.manifest_digest);
    let other = model(&two, "another program").build(&two.0).unwrap();
    assert_ne!(first.manifest_digest, other.manifest_digest);
    // Written down, so that a new version of a library that changes the bytes is noticed.
    let mut builder = ImageBuilder::new(Platform::new("linux", "amd64"));
    builder.file("/a", 0o644, FileSource::Bytes(b"a".to_vec())).unwrap().compression(Compression::None);
    let pinned = builder.build(&one.0).unwrap();
    assert_eq!(pinned.layers[0].diff_id, pinned.layers[0].descriptor.digest);
    assert_eq!(
        pinned.manifest_digest.to_string(),
        "sha256:0686d930e4718b1eaa5e1bfb12211c23d7646b5c571c25e55d65f3488ea3e183"
    );
}

#[test]
fn an_image_on_a_base_has_both_layers() {
    let folder = Folder::new();
    let base = Image::of(&[archive(&[file("base", "b")])]);
    let mut builder = model(&folder, "x");
    builder.base(BaseImage { manifest: base.manifest.clone(), config: base.config.clone() });
    let built = builder.build(&folder.0).unwrap();
    assert_eq!(built.layers.len(), 2);
    assert_eq!(built.layers[0].file, None);
    let (manifest, config) =
        (Manifest::parse(&built.manifest).unwrap(), ImageConfig::parse(&built.config).unwrap());
    let lower = folder
        .store()
        .root_filesystem(&manifest, &config, |digest| match &built.layers[1] {
            own if own.descriptor.digest == *digest => Ok(Box::new(File::open(own.file.as_ref().unwrap())?)),
            _ => base.blob(digest),
        })
        .unwrap()
        .lower_dirs;
    assert_eq!(listing(&lower[0]), "base 644 b\n");
    assert!(lower[1].join("usr/local/bin/model").exists());
}

#[test]
fn entries_become_files() {
    let check = |items: &[Item<'_>], expected: &[&str]| {
        let folder = Folder::new();
        let lower = Image::of(&[archive(items)]).unpack(&folder.store()).unwrap();
        assert_eq!(listing(&lower[0]), lines(expected));
    };
    check(&[directory("./"), directory("./a/"), file("./a/b", "x")], &["a/ 755", "a/b 644 x"]);
    // Absolute names are names in the image; what is missing on the way is made.
    check(&[file("/a/b/c", "x")], &["a/ 755", "a/b/ 755", "a/b/c 644 x"]);
    check(&[file("a", "x"), hard_link("b", "/a")], &["a 644 x", "b 644 x"]);
    // The later entry wins, whatever the two are.
    check(&[file("a", "old"), file("a", "new")], &["a 644 new"]);
    check(&[directory("a"), file("a/b", "x"), file("a", "f")], &["a 644 f"]);
    check(&[symlink("a", "/etc"), directory("a"), file("a/b", "x")], &["a/ 755", "a/b 644 x"]);
    check(&[directory("a"), symlink("a", "b")], &["a -> b"]);
    // Set-user-id bits go, the sticky bit of a directory stays.
    check(
        &[Item { mode: 0o6755, ..file("su", "") }, Item { mode: 0o1777, ..directory("tmp") }],
        &["su 755 ", "tmp/ 1777"],
    );
    check(&[special("null", b'3'), special("disk", b'4'), special("pipe", b'6'), file("a", "")], &["a 644 "]);
    check(
        &[Item { mode: 0o555, ..directory("closed") }, file("closed/a", "x")],
        &["closed/ 555", "closed/a 644 x"],
    );
}

#[test]
fn owners_are_kept_as_root_and_squashed_without() {
    let folder = Folder::new();
    let items = [Item { owner: 1234, ..directory("a") }, Item { owner: 1234, ..file("a/b", "") }];
    let lower = Image::of(&[archive(&items)]).unpack(&folder.store()).unwrap();
    let expected = if running_as_root() { 1234 } else { rustix::process::geteuid().as_raw() };
    for name in ["a", "a/b"] {
        let metadata = fs::metadata(lower[0].join(name)).unwrap();
        assert_eq!((metadata.uid(), metadata.mtime()), (expected, 1_000_000_000), "{name}");
    }
}

/// The layers of the whiteout tests: a base, and one that hides things in every way.
fn hiding_layers() -> [Vec<u8>; 2] {
    [
        archive(&[
            file("gone", "old"),
            directory("dir"),
            file("dir/gone", "old"),
            file("dir/stays", "old"),
            directory("emptied"),
            file("emptied/old", "old"),
            directory("replaced"),
            file("replaced/old", "old"),
            file("rewritten", "old"),
        ]),
        archive(&[
            file(".wh.gone", ""),
            directory("dir"),
            file("dir/.wh.gone", ""),
            directory("emptied"),
            file("emptied/new", "new"),
            file("emptied/.wh.whatever", ""),
            file("emptied/.wh..wh..opq", ""),
            file(".wh.replaced", ""),
            directory("replaced"),
            file("replaced/new", "new"),
            file("rewritten", "new"),
            file(".wh.rewritten", ""),
            file(".wh..wh.plnk/1.2", "what aufs leaves behind"),
        ]),
    ]
}

const HIDDEN: &[&str] = &[
    "dir/ 755",
    "dir/gone W",
    "emptied/ 755 opaque",
    "emptied/new 644 new",
    "gone W",
    "replaced/ 755 opaque",
    "replaced/new 644 new",
    "rewritten 644 new",
];

const MERGED: &[&str] = &[
    "dir/ 755",
    "dir/stays 644 old",
    "emptied/ 755",
    "emptied/new 644 new",
    "replaced/ 755",
    "replaced/new 644 new",
    "rewritten 644 new",
];

#[test]
fn whiteouts() {
    let folder = Folder::new();
    let lower = Image::of(&hiding_layers()).unpack(&folder.store()).unwrap();
    assert_eq!(listing(&lower[1]), lines(HIDDEN));
}

#[test]
fn whiteouts_without_devices() {
    let folder = Folder::new();
    let attributes = |style| Style { device_whiteouts: false, ..style };
    let store = LayerStore::open_styled(folder.path("layers"), UnpackLimits::default(), attributes).unwrap();
    let lower = Image::of(&hiding_layers()).unpack(&store).unwrap();
    assert_eq!(listing(&lower[1]), lines(HIDDEN));
    // The kernel asks the root of the layer and the directory.
    assert_eq!(attribute(&lower[1], "opaque"), Some(b'x'));
    assert_eq!(attribute(&lower[1].join("dir"), "opaque"), Some(b'x'));
    // Another layout is another layer: a store that can do better unpacks again.
    let better = folder.store();
    let lower = Image::of(&hiding_layers()).unpack(&better).unwrap();
    assert_eq!(attribute(&lower[1], "opaque"), None);
}

#[test]
fn a_layer_that_hides_everything_leaves_out_what_is_below() {
    let folder = Folder::new();
    let layers = [
        archive(&[file("a", "")]),
        archive(&[file(".wh..wh..opq", ""), file("b", "")]),
        archive(&[file("c", "")]),
    ];
    let lower = Image::of(&layers).unpack(&folder.store()).unwrap();
    assert_eq!(lower.iter().map(|it| listing(it)).collect::<String>(), "b 644 \nc 644 \n");
}

/// The kernel's own opinion on our marks. A mount needs a name space, which `unshare` makes.
#[test]
fn overlayfs_shows_the_merged_tree() {
    for device_whiteouts in [true, false] {
        let folder = Folder::new();
        let style =
            |style: Style| Style { device_whiteouts: style.device_whiteouts && device_whiteouts, ..style };
        let store = LayerStore::open_styled(folder.path("layers"), UnpackLimits::default(), style).unwrap();
        let lower = Image::of(&hiding_layers()).unpack(&store).unwrap();
        let (merged, copy) = (folder.path("merged"), folder.path("copy"));
        fs::create_dir(&merged).unwrap();
        let flags = if running_as_root() { "-m" } else { "-Urm" };
        let output = Command::new("unshare")
            .args([
                flags,
                "sh",
                "-c",
                r#"mount -t overlay overlay -o "$1" "$2" && cp -R --preserve=mode "$2" "$3""#,
                "sh",
            ])
            .arg(format!(
                "lowerdir={}:{}{}",
                lower[1].display(),
                lower[0].display(),
                if store.needs_userxattr() { ",userxattr" } else { "" }
            ))
            .args([&merged, &copy])
            .output();
        match output {
            Ok(output) if output.status.success() => assert_eq!(listing(&copy), lines(MERGED)),
            other => eprintln!(
                "SKIPPED: this machine does not mount overlays (devices: {device_whiteouts}): {other:?}"
            ),
        }
    }
}

#[test]
fn attacks_are_refused_or_stay_inside() {
    let check = |items: &[Item<'_>], expected: Result<&str, &str>| {
        let folder = Folder::new();
        fs::create_dir(folder.path("outside")).unwrap();
        fs::write(folder.path("outside/secret"), "untouched").unwrap();
        fs::write(folder.path("canary"), "untouched").unwrap();
        let outside = folder.path("outside");
        let items: Vec<_> = items
            .iter()
            .map(|item| Item {
                text: if item.text == "OUTSIDE" { outside.to_str().unwrap() } else { item.text },
                ..*item
            })
            .collect();
        let result = Image::of(&[archive(&items)]).unpack(&folder.store());
        match (result, expected) {
            (Ok(lower), Ok(inside)) => {
                let listed = listing(&lower[0]);
                assert!(listed.contains(inside), "{inside}: {listed}");
            }
            (Err(error), Err(reason)) => {
                let text = error.to_string();
                assert!(text.contains(reason), "{reason}: {text}");
            }
            (result, expected) => panic!("expected {expected:?}, got {result:?}"),
        }
        assert_eq!(listing(&outside), "secret 644 untouched\n");
        let mut names: Vec<_> = fs::read_dir(&folder.0).unwrap().map(|it| it.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["canary", "layers", "outside"]);
        assert_eq!(fs::read_to_string(folder.path("canary")).unwrap(), "untouched");
    };
    // Paths that climb.
    check(&[file("../canary", "x")], Err("\"../canary\" is refused: its path has a '..' in it"));
    check(&[file("a/../../canary", "x")], Err("has a '..'"));
    check(&[file("/../../../canary", "x")], Err("has a '..'"));
    check(&[directory("..")], Err("has a '..'"));
    check(&[symlink("a/..", "x")], Err("has a '..'"));
    check(&[file("../.wh.canary", "")], Err("has a '..'"));
    // Writing through links: absolute ones start at the layer's root, climbing ones end there.
    check(&[symlink("out", "OUTSIDE"), file("out/new", "x")], Ok("/outside/new 644 x"));
    check(&[symlink("up", "../../../.."), file("up/canary", "x")], Ok("canary 644 x"));
    check(&[symlink("a", "b"), symlink("b", "OUTSIDE"), file("a/new", "x")], Ok("/outside/new 644 x"));
    check(&[symlink("out", "OUTSIDE"), file("out/.wh.secret", "")], Ok("/outside/secret W"));
    check(&[symlink("out", "OUTSIDE"), file("out/.wh..wh..opq", "")], Ok("outside/ 755 opaque"));
    check(&[symlink("secret", "../../../outside/secret"), file("secret", "x")], Ok("secret 644 x"));
    check(&[symlink("out", "OUTSIDE"), file("out", "x")], Ok("out 644 x"));
    check(&[symlink("a", "a"), file("a/b", "")], Err("go in circles"));
    // A directory whose mode waits for the end, replaced by a link before that.
    check(&[Item { mode: 0, ..directory("d/outside") }, symlink("d", "OUTSIDE/..")], Ok("d -> "));
    check(&[directory("d"), file("d/.wh.secret", ""), symlink("d", "OUTSIDE")], Ok("d -> "));
    // A directory remembered as the last one, replaced in between.
    check(&[file("d/a", ""), file("d", "f"), file("d/b", "x")], Err("not a directory"));
    // Hard links.
    check(&[hard_link("a", "../canary")], Err("has a '..'"));
    check(&[hard_link("a", "OUTSIDE/secret")], Err("does not exist"));
    check(&[symlink("out", "OUTSIDE"), hard_link("a", "out/secret")], Err("does not exist"));
    check(&[symlink("s", "OUTSIDE"), hard_link("a", "s"), file("a", "x")], Ok("a 644 x\ns -> "));
    check(&[directory("d"), hard_link("a", "d")], Err("cannot lead to a directory"));
    check(&[hard_link("a", "/")], Err("cannot lead to the root"));
    check(&[file("a", "x"), hard_link("a", "./a")], Err("leads to itself"));
    check(&[file("a", "x"), symlink("s", "/"), hard_link("s/a", "a")], Err("leads to itself"));
    // Nonsense.
    check(&[file(".", "x")], Err("the root can only be a directory"));
    check(&[symlink(".", "OUTSIDE")], Err("the root can only be a directory"));
    check(&[file(".wh.", "")], Err("hides nothing"));
    check(&[file(".wh...", "")], Err("hides nothing"));
    check(&[file(".wh.a/b", "")], Err("have nothing below them"));
    check(&[file("f", ""), file("f/a", "")], Err("not a directory"));
    check(&[Item { owner: 0o7777777, ..file("a", "x") }], Ok("a 644 x"));
}

#[test]
fn bombs_are_refused() {
    let check = |limits: UnpackLimits, tar: Vec<u8>, expected: &str| {
        let folder = Folder::new();
        let store = LayerStore::open_with(folder.path("layers"), limits).unwrap();
        let error = Image::of(&[tar]).unpack(&store).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        let left: Vec<_> =
            fs::read_dir(folder.path("layers")).unwrap().map(|it| it.unwrap().file_name()).collect();
        assert_eq!(left, [".lock"], "nothing is left behind");
    };
    let zeros = "\0".repeat(1 << 20);
    let limits = UnpackLimits { bytes: 100_000, entries: 10 };
    check(
        limits,
        archive(&[file("zeros", &zeros)]),
        "unpacks to more than 100000 bytes, reached in layer sha256:",
    );
    // Behind the archive's end, too.
    check(
        limits,
        [archive(&[]), vec![0; 1 << 20]].concat(),
        "unpacks to more than 100000 bytes, reached in layer sha256:",
    );
    let many: Vec<_> = (0..11).map(|_| directory("a")).collect();
    check(limits, archive(&many), "more than 10 entries");
    check(limits, archive(&[file("a/b/c/d/e/f/g/h/i/j/k", "")]), "more than 10 entries");
    // Deeper and deeper by way of a link.
    let half = "d/".repeat(45);
    let defaults = UnpackLimits::default();
    let links =
        ["l1/a", "l1/a/b/c/d", &format!("l1/{}", "d/".repeat(45)), &format!("l3/{}", "d/".repeat(45))]
            .map(str::to_owned);
    let items = [
        symlink("l1", &half),
        directory(&links[0]),
        file(&links[1], ""),
        directory(&links[2]),
        symlink("l3", &links[2]),
        directory(&links[3]),
    ];
    check(defaults, archive(&items), "nested more than 128 deep");
    // Few links, very many steps.
    let winding = "d/../".repeat(19);
    let names: Vec<_> = (0..40).map(|number| format!("w{number}")).collect();
    let targets: Vec<_> =
        (1..40).map(|number| format!("{}w{number}", &winding[..95 - number % 2 * 5])).collect();
    let mut items = vec![directory("d")];
    items.extend(names.iter().zip(&targets).map(|(name, target)| symlink(name, target)));
    items.push(file("w0/x", ""));
    check(defaults, archive(&items), "too many steps");
}

/// The limits are the image's: layers unpacked earlier count as well.
#[test]
fn layers_share_the_limits() {
    let layer = |name: &str| archive(&[file(name, ""), file("more", "")]);
    let check = |limits: UnpackLimits, layers: &[Vec<u8>], expected: Result<usize, &str>| {
        let folder = Folder::new();
        let store = LayerStore::open_with(folder.path("layers"), limits).unwrap();
        for _again in 0..2 {
            match (Image::of(layers).unpack(&store), expected) {
                (Ok(lower), Ok(count)) => assert_eq!(lower.len(), count),
                (Err(error), Err(reason)) => assert!(error.to_string().contains(reason), "{error}"),
                (result, expected) => panic!("expected {expected:?}, got {result:?}"),
            }
        }
    };
    let size = layer("a").len() as u64;
    let layers = [layer("a"), layer("b")];
    check(UnpackLimits { bytes: size * 2, entries: 4 }, &layers, Ok(2));
    check(UnpackLimits { bytes: size * 2 - 1, entries: 4 }, &layers, Err("image unpacks to more than"));
    check(UnpackLimits { bytes: size * 2, entries: 3 }, &layers, Err("more than 3 entries"));
    check(UnpackLimits { bytes: size - 1, entries: 4 }, &layers[..1], Err("image unpacks to more than"));
}

#[test]
fn damage_is_named() {
    let image = || Image::of(&[archive(&[file("a", "content")])]);
    let check = |image: Image, expected: &str| {
        let folder = Folder::new();
        let error = image.unpack(&folder.store()).unwrap_err().to_string();
        assert!(error.contains(expected), "{expected}: {error}");
    };
    let mut damaged = image();
    damaged.blobs.values_mut().for_each(|blob| blob[30] ^= 1);
    check(damaged, "the layer should have digest");
    let mut short = image();
    short.blobs.values_mut().for_each(|blob| blob.truncate(blob.len() - 1));
    check(short, "and has ");
    let mut long = image();
    long.blobs.values_mut().for_each(|blob| blob.extend_from_slice(b"more"));
    check(long, "and has more");
    let mut other = image();
    other.config.rootfs.diff_ids = vec![Digest::of("other")];
    check(other, "the uncompressed layer should have digest");
    let mut missing = image();
    missing.blobs.clear();
    check(missing, "could not read layer sha256:");
    let mut uneven = image();
    uneven.config.rootfs.diff_ids.clear();
    check(uneven, "it has 1 layers and its configuration 0");
    let mut zstd = image();
    zstd.manifest.layers[0].media_type = media_type::OCI_LAYER_ZSTD.to_owned();
    check(zstd, "tar+zstd, which is not supported. Push the image with gzip layers");
    check(Image::of(&[b"not a tar archive".to_vec()]), "breaks off inside a header");
    let mut foreign = image();
    foreign.config.architecture = "s390x".to_owned();
    check(foreign, &format!("image is linux/s390x, this machine is {}", Platform::host()));
}

#[test]
fn layers_without_compression() {
    let folder = Folder::new();
    let tar = archive(&[file("a", "x")]);
    let mut image = Image::of(std::slice::from_ref(&tar));
    image.manifest.layers = vec![Descriptor::of(media_type::DOCKER_LAYER_TAR, &tar)];
    image.blobs = BTreeMap::from([(Digest::of(&tar), tar)]);
    let lower = image.unpack(&folder.store()).unwrap();
    assert_eq!(listing(&lower[0]), "a 644 x\n");
}

#[test]
fn a_layer_is_unpacked_once() {
    let folder = Folder::new();
    let store = folder.store();
    let layer = archive(&[file("a", "x")]);
    let image = Image::of(&[layer.clone(), layer]);
    let opened = AtomicUsize::new(0);
    let unpack = || {
        store.root_filesystem(&image.manifest, &image.config, |digest| {
            opened.fetch_add(1, Ordering::Relaxed);
            image.blob(digest)
        })
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(unpack)).collect();
        for thread in threads {
            // The image has the layer twice, and overlayfs takes a directory once.
            assert_eq!(thread.join().unwrap().unwrap().lower_dirs.len(), 1);
        }
    });
    assert_eq!(opened.load(Ordering::Relaxed), 1);
    assert!(store.busy.lock().unwrap().is_empty());
    // A second store on the same directory finds it.
    image.unpack(&folder.store()).unwrap();
    assert_eq!(opened.load(Ordering::Relaxed), 1);
}

#[test]
fn leftovers_are_swept_and_garbage_collected() {
    let folder = Folder::new();
    let store = folder.store();
    let image = Image::of(&[archive(&[file("a", "")]), archive(&[Item { mode: 0, ..directory("d") }])]);
    let lower = image.unpack(&store).unwrap();
    let [kept, dropped] = image.config.rootfs.diff_ids[..] else { panic!("two layers") };
    let day = Duration::from_secs(86_400);
    // Asked for just now.
    assert_eq!(store.collect_garbage(day).unwrap(), 0);
    let long_ago = std::time::SystemTime::now() - 2 * day;
    for diff_id in [&kept, &dropped] {
        let marker = File::options().write(true).open(store.layer_path(diff_id).join(MARKER)).unwrap();
        marker.set_modified(long_ago).unwrap();
    }
    // Held by a clone of what was held twice.
    let (held, again) = (store.hold(&[kept, dropped]), store.hold(&[kept]).clone());
    drop(again.clone());
    assert_eq!(store.collect_garbage(day).unwrap(), 0);
    drop(held);
    assert_eq!(store.collect_garbage(day).unwrap(), 1);
    assert!(lower[0].exists() && !lower[1].exists());
    drop(again);
    assert!(store.held.lock().unwrap().is_empty());
    // Whoever asks for it again has used it.
    store.note_use(&kept);
    assert_eq!(store.collect_garbage(day).unwrap(), 0);

    // What a killed process leaves: a directory nobody has locked, and a layer without its marker.
    let leftover = folder.path("layers/.tmp-left");
    fs::create_dir_all(leftover.join("root/a")).unwrap();
    fs::create_dir_all(store.layer_path(&dropped).join("root")).unwrap();
    let working = store.temporary(&dropped).unwrap();
    drop(folder.store());
    assert!(!leftover.exists() && !store.layer_path(&dropped).exists());
    assert!(lower[0].exists(), "a complete layer stays");
    assert!(folder.path("layers").join(&working.name).exists(), "what somebody works on stays");
    drop(working);
    assert_eq!(image.unpack(&store).unwrap(), lower);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn damaged_archives_never_panic(changes in proptest::collection::vec((0usize..10_000, any::<u8>()), 0..6)) {
        let folder = Folder::new();
        let [_, mut bytes] = hiding_layers();
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        let root = folder.path("layers");
        let limits = UnpackLimits { bytes: 1 << 20, entries: 100 };
        let store = LayerStore::open_with(root, limits).unwrap();
        let _ = Image::of(&[bytes]).unpack(&store);
    }
}

/// Everything above once more as somebody who is not root; as root only, and once.
#[test]
fn the_same_without_root() {
    const AGAIN: &str = "LIRIO_IMAGE_TESTS_WITHOUT_ROOT";
    if !running_as_root() || std::env::var_os(AGAIN).is_some() {
        return;
    }
    // The build directory may be closed to others.
    let folder = Folder::new();
    let program = folder.path("tests");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    for path in [&folder.0, &program] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o777)).unwrap();
    }
    let output = Command::new(&program)
        .args(["layer_store::", "--test-threads=2"])
        .env(AGAIN, "1")
        .env("TMPDIR", &folder.0)
        .current_dir(&folder.0)
        .gid(1000)
        .uid(1000)
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    assert!(
        text(&output.stdout).contains("layer_store::tests::whiteouts ... ok"),
        "{}",
        text(&output.stdout)
    );
}
