//! Blocks of addresses.

use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;

use crate::tree::NodeId;
use crate::values::Cidr;

/// Blocks with nodes. An address is looked up once for each length of prefix that is in use.
#[derive(Debug, Default)]
pub(crate) struct Cidrs {
    nodes: HashMap<Cidr, NodeId>,
    /// How many blocks there are of each family and length.
    lengths: BTreeMap<(bool, u8), usize>,
}

impl Cidrs {
    pub(crate) fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    pub(crate) fn get(&self, block: Cidr) -> Option<NodeId> {
        self.nodes.get(&block).copied()
    }

    pub(crate) fn insert(&mut self, block: Cidr, node: NodeId) {
        self.nodes.insert(block, node);
        *self.lengths.entry((block.long, block.bits)).or_default() += 1;
    }

    pub(crate) fn remove(&mut self, block: Cidr) {
        if self.nodes.remove(&block).is_none() {
            return;
        }
        if let Some(count) = self.lengths.get_mut(&(block.long, block.bits)) {
            *count -= 1;
            if *count == 0 {
                self.lengths.remove(&(block.long, block.bits));
            }
        }
    }

    pub(crate) fn find(&self, address: IpAddr, found: &mut Vec<NodeId>) {
        let long = address.is_ipv6();
        for (_, bits) in self.lengths.range((long, 0)..=(long, u8::MAX)).map(|(key, _)| *key) {
            found.extend(Cidr::around(address, bits).and_then(|block| self.nodes.get(&block)));
        }
    }
}
