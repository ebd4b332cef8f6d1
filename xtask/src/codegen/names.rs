//! Rust names for AWS's.

/// `sagemaker-runtime` -> `sagemaker_runtime`.
pub(crate) fn module(service: &str) -> String {
    service.replace('-', "_")
}

/// `Secrets Manager` -> `secretsmanager`, as `aws-sdk` integrations name services.
pub(crate) fn sdk_id(service_id: &str) -> String {
    service_id.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

/// `SSEKMSKeyId` -> `sse_kms_key_id`, as botocore spells its Python names.
pub(crate) fn snake(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (i, &c) in chars.iter().enumerate() {
        if c == '-' || c == '.' || c == '_' {
            out.push('_');
            continue;
        }
        if c.is_uppercase() && i > 0 && !out.ends_with('_') {
            let previous = chars[i - 1];
            let next_is_lower = chars.get(i + 1).is_some_and(|n| n.is_lowercase());
            if previous.is_lowercase() || previous.is_ascii_digit() || next_is_lower {
                out.push('_');
            }
        }
        out.extend(c.to_lowercase());
    }
    out
}

/// A field: a snake-case name, raw where it is a keyword.
pub(crate) fn field(name: &str) -> String {
    let snake = snake(name);
    match snake.as_str() {
        "type" | "match" | "ref" | "where" | "impl" | "use" | "in" | "for" | "if" | "else" | "move"
        | "static" | "loop" => {
            format!("r#{snake}")
        }
        _ => snake,
    }
}

/// A type: the model's name with an upper first letter.
pub(crate) fn type_name(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
