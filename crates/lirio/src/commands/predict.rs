//! `lirio predict`: asks an endpoint.

use std::io::Read as _;

use anyhow::{Context as _, Result, bail};
use lirio_api::{Body, sagemaker_runtime as runtime};
use serde_json::Value as Json;

use crate::cli::Predict;
use crate::commands::platform;
use crate::home::Home;

/// The longest answer shown.
const MAX_ANSWER: u64 = 64 << 20;

pub(crate) async fn predict(args: Predict) -> Result<()> {
    let home = Home::find(&args.common.data)?;
    let platform = platform::existing(&home).await?;
    let mut rows = String::new();
    for row in &args.rows {
        if row == "-" {
            std::io::stdin().read_to_string(&mut rows).context("standard input")?;
        } else {
            rows.push_str(row);
            rows.push('\n');
        }
    }
    if rows.trim().is_empty() {
        bail!("there is no row to predict");
    }
    let input = runtime::InvokeEndpointInput {
        endpoint_name: args.endpoint.clone(),
        content_type: Some("text/csv".to_owned()),
        accept: Some("application/json".to_owned()),
        body: Body::from_bytes(rows.into_bytes()),
        ..Default::default()
    };
    let output = platform
        .client
        .call(runtime::ops::InvokeEndpoint, input)
        .await
        .with_context(|| format!("endpoint '{}' gave no prediction", args.endpoint))?;
    let body = output.body.collect(MAX_ANSWER).await?;
    if args.common.json {
        println!("{}", String::from_utf8_lossy(&body).trim_end());
        return Ok(());
    }
    match serde_json::from_slice::<Json>(&body).ok().as_ref().and_then(lines) {
        Some(lines) => lines.iter().for_each(|line| println!("{line}")),
        // Another model's answer: shown as it is.
        None => println!("{}", String::from_utf8_lossy(&body).trim_end()),
    }
    Ok(())
}

/// A line for each prediction, the label first, then each class with its probability, likeliest first.
fn lines(answer: &Json) -> Option<Vec<String>> {
    let predictions = answer.get("predictions")?.as_array()?;
    predictions
        .iter()
        .map(|prediction| {
            let label = prediction.get("label")?.as_str()?;
            let mut classes: Vec<(&str, f64)> = prediction
                .get("probabilities")?
                .as_object()?
                .iter()
                .filter_map(|(class, p)| Some((class.as_str(), p.as_f64()?)))
                .collect();
            classes.sort_by(|a, b| b.1.total_cmp(&a.1));
            let classes: Vec<String> = classes.iter().map(|(class, p)| format!("{class} {p:.4}")).collect();
            Some(format!("{label}  ({})", classes.join(", ")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn predictions_become_lines() {
        let answer = serde_json::json!({ "predictions": [
            { "label": "setosa", "probabilities": { "versicolor": 0.02, "setosa": 0.98 } },
        ] });
        assert_eq!(lines(&answer), Some(vec!["setosa  (setosa 0.9800, versicolor 0.0200)".to_owned()]));
        assert_eq!(lines(&serde_json::json!([1, 2])), None);
    }
}
