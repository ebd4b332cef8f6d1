//! JSONPath: the first line is a path, the rest the document it reads.
#![no_main]

use lirio_asl::path::{Path, ReferencePath};
use lirio_fuzz::text_and_document;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((text, document)) = text_and_document(bytes) else { return };
    if let Ok(path) = Path::parse(text) {
        drop(path.query(&document));
    }
    if let Ok(path) = ReferencePath::parse(text) {
        drop(path.write(document, serde_json::json!([1])));
    }
});
