//! A network that several containers share.
//!
//! Each member has an interface `eth0` (a TUN device) inside its own network namespace, whose other end lies
//! with lirio: packets go from one to the other by their destination, as in a switch.  So the members see each
//! other and nothing else, without privileges on the host's network and without anything of it being changed.

use std::collections::HashMap;
use std::io;
use std::net::Ipv4Addr;
use std::os::fd::OwnedFd;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::io::unix::AsyncFd;
use tokio::task::AbortHandle;

use crate::sys;

/// Makes interfaces.
pub(crate) const DEVICE: &str = "/dev/net/tun";
/// The largest packet of an interface, in bytes.
pub(crate) const MTU: i32 = 65_520;
/// What every `/etc/hosts` begins with.
pub(crate) const LOCAL_HOSTS: &str = "127.0.0.1\tlocalhost\n::1\tip6-localhost ip6-loopback\n";
/// All members are reached directly.
pub(crate) const NETMASK: Ipv4Addr = Ipv4Addr::new(255, 255, 0, 0);

/// A network: containers that are started with a clone of it reach each other.
#[derive(Clone, Debug, Default)]
pub struct SharedNetwork(Arc<Mutex<HashMap<Ipv4Addr, Arc<AsyncFd<OwnedFd>>>>>);

/// A container's place in a network.
#[derive(Clone, Debug)]
pub struct NetworkMember {
    /// The network.
    pub network: SharedNetwork,
    /// Its own address, one of 10.0.0.0/16 that no other member has.
    pub address: Ipv4Addr,
    /// All members by name, as `/etc/hosts` lists them; the container's own among them.
    pub names: Vec<(String, Ipv4Addr)>,
}

/// What the supervisor is told of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct MemberSpec {
    pub(crate) address: Ipv4Addr,
    pub(crate) names: Vec<(String, Ipv4Addr)>,
}

impl MemberSpec {
    /// `/etc/hosts` of a member.
    pub(crate) fn hosts(&self) -> String {
        let mut hosts = LOCAL_HOSTS.to_owned();
        hosts.extend(self.names.iter().map(|(name, address)| format!("{address}\t{name}\n")));
        hosts
    }
}

impl NetworkMember {
    pub(crate) fn spec(&self) -> MemberSpec {
        MemberSpec { address: self.address, names: self.names.clone() }
    }

    /// What is wrong with it.
    pub(crate) fn problem(&self) -> Option<String> {
        if self.address.octets()[..2] != [10, 0] {
            return Some(format!("`network` has the address {}, which is not in 10.0.0.0/16", self.address));
        }
        let bad = |name: &str| name.is_empty() || name.contains(|c: char| c.is_whitespace() || c == '#');
        let bad = self.names.iter().find(|(name, _)| bad(name));
        bad.map(|(name, _)| format!("`network` has the name {name:?}, which is no host name"))
    }

    /// Connects the interface of a container that has started.
    pub(crate) fn attach(&self, interface: OwnedFd) -> io::Result<Attachment> {
        let interface = Arc::new(sys::register(interface)?);
        let (network, address) = (self.network.clone(), self.address);
        network.members().insert(address, interface.clone());
        let task = tokio::spawn(network.clone().forward(address, interface)).abort_handle();
        Ok(Attachment { network, address, task })
    }
}

impl SharedNetwork {
    fn members(&self) -> MutexGuard<'_, HashMap<Ipv4Addr, Arc<AsyncFd<OwnedFd>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the packets of one member to the others, until its interface is gone.
    async fn forward(self, own: Ipv4Addr, interface: Arc<AsyncFd<OwnedFd>>) {
        let mut packet = vec![0; MTU as usize];
        loop {
            let Ok(mut ready) = interface.readable().await else { return };
            let read = ready.try_io(|interface| Ok(rustix::io::read(interface.get_ref(), &mut packet[..])?));
            match read {
                Ok(Ok(length)) => self.deliver(own, &packet[..length]),
                Ok(Err(error)) if error.kind() == io::ErrorKind::Interrupted => {}
                Ok(Err(_gone)) => return,
                Err(_not_ready) => {}
            }
        }
    }

    /// What cannot be delivered is lost, as on any network.
    fn deliver(&self, own: Ipv4Addr, packet: &[u8]) {
        let Some(destination) = destination(packet, own) else { return };
        let member = self.members().get(&destination).cloned();
        if let Some(member) = member {
            let _ = rustix::io::write(member.get_ref(), packet);
        }
    }
}

/// Where an IPv4 packet goes, if it comes from where it says.
fn destination(packet: &[u8], own: Ipv4Addr) -> Option<Ipv4Addr> {
    let header: &[u8; 20] = packet.first_chunk()?;
    let address = |at: usize| Ipv4Addr::new(header[at], header[at + 1], header[at + 2], header[at + 3]);
    (header[0] >> 4 == 4 && address(12) == own).then(|| address(16))
}

/// A member that is connected.  Dropping it closes its interface, which holds the container's network.
#[derive(Debug)]
pub(crate) struct Attachment {
    network: SharedNetwork,
    address: Ipv4Addr,
    task: AbortHandle,
}

impl Drop for Attachment {
    fn drop(&mut self) {
        self.network.members().remove(&self.address);
        self.task.abort();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packets_go_where_their_header_says() {
        let own = Ipv4Addr::new(10, 0, 0, 1);
        let mut packet = [0; 20];
        packet[0] = 0x45;
        packet[12..16].copy_from_slice(&[10, 0, 0, 1]);
        packet[16..20].copy_from_slice(&[10, 0, 0, 2]);
        assert_eq!(destination(&packet, own), Some(Ipv4Addr::new(10, 0, 0, 2)));
        assert_eq!(destination(&packet, Ipv4Addr::new(10, 0, 0, 3)), None, "it is not from there");
        assert_eq!(destination(&packet[..19], own), None);
        packet[0] = 0x60;
        assert_eq!(destination(&packet, own), None);
        assert_eq!(destination(&[], own), None);
    }
}
