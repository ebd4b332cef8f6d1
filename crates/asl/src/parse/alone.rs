//! A state without a machine around it, as `TestState` takes it.

use crate::json::{Kind, Member, Node};

/// The machine that has `state` and whatever it leads to.
pub(super) fn machine(state: Node, name: &str) -> Node {
    let mut targets = Vec::new();
    for field in ["Next", "Default"] {
        targets.extend(text(&state, field));
    }
    for list in ["Catch", "Choices"] {
        let Some(Node { kind: Kind::Array(entries), .. }) = member(&state, list) else { continue };
        targets.extend(entries.iter().filter_map(|entry| text(entry, "Next")));
    }
    let mut states = vec![(name.to_owned(), state)];
    for target in targets {
        if states.iter().all(|(name, _)| *name != target) {
            states.push((target, object(vec![("Type".to_owned(), string("Succeed"))])));
        }
    }
    object(vec![("StartAt".to_owned(), string(name)), ("States".to_owned(), object(states))])
}

fn member<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    match &node.kind {
        Kind::Object(members) => members.iter().rev().find(|m| m.key == name).map(|m| &m.value),
        _ => None,
    }
}

fn text(node: &Node, name: &str) -> Option<String> {
    match &member(node, name)?.kind {
        Kind::String(text) => Some(text.clone()),
        _ => None,
    }
}

// What is made here stands nowhere in the text; nothing can be wrong with it either.

fn string(text: &str) -> Node {
    Node { kind: Kind::String(text.to_owned()), start: 0, end: 0 }
}

fn object(members: Vec<(String, Node)>) -> Node {
    let members = members.into_iter().map(|(key, value)| Member { key, key_start: 0, key_end: 0, value });
    Node { kind: Kind::Object(members.collect()), start: 0, end: 0 }
}
