//! Queues and topics, as far as scripts and their state machines use them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::corpus::{ACCOUNT, PARTITION, REGION, spaced};

/// How long a received message is hidden, in milliseconds, where nobody says otherwise.
const HIDDEN_MS: i64 = 30_000;

/// A message of a queue.
#[derive(Debug)]
struct Message {
    id: String,
    body: String,
    visible_ms: i64,
}

/// Queues by URL, and who gets what a topic publishes.
#[derive(Debug, Default)]
pub(super) struct Queues {
    queues: BTreeMap<String, Vec<Message>>,
    subscribed: BTreeMap<String, Vec<String>>,
    next: u64,
}

fn text<'a>(params: &'a Value, name: &str) -> &'a str {
    params[name].as_str().unwrap_or_default()
}

/// What a message holds: a task may give an object, which is sent as its text.
fn body(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

impl Queues {
    /// Answers an action; nothing for actions that no script uses.
    pub(super) fn call(&mut self, service: &str, action: &str, params: &Value, now_ms: i64) -> Option<Value> {
        Some(match (service, action) {
            ("sqs", "CreateQueue") => {
                let url =
                    format!("https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/{}", text(params, "QueueName"));
                self.queues.entry(url.clone()).or_default();
                json!({"QueueUrl": url})
            }
            ("sqs", "SetQueueAttributes" | "DeleteMessage") => json!({}),
            ("sqs", "SendMessage") => {
                let body = body(&params["MessageBody"]);
                let md5 = format!("{:032x}", body.len());
                let id = self.send(text(params, "QueueUrl"), body);
                json!({"MessageId": id, "MD5OfMessageBody": md5})
            }
            ("sqs", "ReceiveMessage") => self.receive(params, now_ms),
            ("sns", "CreateTopic") => {
                json!({"TopicArn": format!("arn:{PARTITION}:sns:{REGION}:{ACCOUNT}:{}", text(params, "Name"))})
            }
            ("sns", "Subscribe") => {
                let (topic, queue) = (text(params, "TopicArn"), text(params, "Endpoint"));
                let name = queue.rsplit(':').next().unwrap_or_default();
                let url = format!("https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/{name}");
                self.subscribed.entry(topic.to_owned()).or_default().push(url);
                json!({"SubscriptionArn": format!("{topic}:00000000-0000-4000-8000-000000000000")})
            }
            ("sns", "Publish") => {
                let wrapped = spaced(&json!({"Type": "Notification", "Message": body(&params["Message"])}));
                let urls = self.subscribed.get(text(params, "TopicArn")).cloned().unwrap_or_default();
                let mut id = self.id();
                for url in urls {
                    id = self.send(&url, wrapped.clone());
                }
                json!({"MessageId": id})
            }
            _ => return None,
        })
    }

    fn id(&mut self) -> String {
        self.next += 1;
        format!("00000000-0000-4000-8000-{:012}", self.next)
    }

    fn send(&mut self, url: &str, body: String) -> String {
        let id = self.id();
        let message = Message { id: id.clone(), body, visible_ms: 0 };
        self.queues.entry(url.to_owned()).or_default().push(message);
        id
    }

    fn receive(&mut self, params: &Value, now_ms: i64) -> Value {
        let most = params["MaxNumberOfMessages"].as_u64().unwrap_or(1);
        let hidden = params["VisibilityTimeout"].as_i64().map_or(HIDDEN_MS, |seconds| seconds * 1_000);
        let queue = self.queues.entry(text(params, "QueueUrl").to_owned()).or_default();
        let visible = queue.iter_mut().filter(|message| message.visible_ms <= now_ms);
        let messages: Vec<Value> = visible
            .take(usize::try_from(most).unwrap_or(1))
            .map(|message| {
                message.visible_ms = now_ms.saturating_add(hidden);
                json!({"MessageId": message.id, "ReceiptHandle": message.id, "Body": message.body})
            })
            .collect();
        if messages.is_empty() { json!({}) } else { json!({"Messages": messages}) }
    }
}
