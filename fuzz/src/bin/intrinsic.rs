//! Intrinsic functions: the first line is a call, the rest the document it reads.
#![no_main]

use lirio_asl::Documents;
use lirio_asl::intrinsic::{Call, Scope};
use lirio_fuzz::{context, text_and_document, variables};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((text, document)) = text_and_document(bytes) else { return };
    let Ok(call) = Call::parse(text) else { return };
    let (context, variables) = (context(), variables());
    let documents = Documents { input: &document, context: &context, variables: &variables };
    drop(call.evaluate(&mut Scope { documents, random: &mut || 7, room: Scope::ROOM }));
});
