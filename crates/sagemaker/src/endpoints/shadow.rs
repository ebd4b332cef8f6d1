//! Copies of the traffic for shadow variants: their answers are thrown away, and nothing waits for them.

use std::sync::Arc;

use crate::SageMaker;
use crate::endpoints::call::{self, Inside};
use crate::endpoints::capture::Record;
use crate::endpoints::fleet::Fleet;
use crate::endpoints::meter::Ending;
use crate::endpoints::route::Visit;
use tokio::time::Instant;

/// Copies that may be under way in one shadow variant; what comes beyond is left out, so that a shadow that is
/// slow costs bounded memory.
const MOST: usize = 64;

/// Sends a copy to each shadow variant of a fleet.
pub(crate) fn copy(
    service: &Arc<SageMaker>,
    fleet: &Arc<Fleet>,
    inside: &Arc<Inside>,
    inference_id: Option<&String>,
) {
    for at in 0..fleet.shadows.len() {
        let Some(shadow) = fleet.shadows.get(at) else { continue };
        if shadow.outstanding() >= MOST {
            shadow.left_out();
            continue;
        }
        // The copy is a visitor too: its containers wait for it when they are replaced.
        let (visit, inside, id) = (Visit::enter(fleet), inside.clone(), inference_id.cloned());
        let (now, limits) = (service.platform.now(), service.limits);
        tokio::spawn(async move {
            let Some(shadow) = visit.0.shadows.get(at) else { return };
            let sent = Instant::now();
            let answer = tokio::time::timeout(limits.answer, call::call(shadow, &inside, limits.body)).await;
            let ending = match &answer {
                Ok(Ok(answer)) => Ending::Status(answer.status()),
                _ => Ending::Broken,
            };
            shadow.meter.count(ending, sent.elapsed(), std::time::Duration::ZERO);
            let Ok(Ok(answer)) = answer else { return };
            let good = (200..300).contains(&answer.status());
            if let Some(capture) = visit.0.capture.as_ref().filter(|capture| good && capture.wants_shadow()) {
                let input_type = inside.headers.get(http::header::CONTENT_TYPE);
                capture.offer(Record {
                    variant: shadow.name.clone(),
                    input: inside.body.clone(),
                    input_type: input_type.and_then(|value| value.to_str().ok()).map(str::to_owned),
                    output_type: answer.header(&http::header::CONTENT_TYPE),
                    output: answer.body,
                    inference_id: id,
                    at: now,
                });
            }
        });
    }
}
