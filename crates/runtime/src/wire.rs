//! The messages between lirio and a container's supervisor, over a pair of sequenced-packet sockets.

use std::collections::VecDeque;
use std::io::{self, IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::PathBuf;

use lirio_cdi::Edits;
use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage,
    SendFlags,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::cgroup::{CgroupPlan, Usage};
use crate::error::SetupFailure;
use crate::network::MemberSpec;
use crate::process::ProcessKey;
use crate::spec::{Limits, MAX_LISTENERS, Mount};
use crate::sys::Instruction;
use crate::user::ResolvedUser;

/// The most descriptors of one message: the listeners and an interface.
const MAX_DESCRIPTORS: usize = MAX_LISTENERS + 1;
/// The largest packet; a specification is cut into several.
const PACKET: usize = 32 * 1024;
/// The largest specification: the kernel itself takes no more than this for arguments and environment.
const LARGEST_SPECIFICATION: usize = 8 << 20;

/// Everything the supervisor needs to know.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct InitSpec {
    pub(crate) id: String,
    pub(crate) owner: ProcessKey,
    pub(crate) lower_dirs: Vec<PathBuf>,
    pub(crate) scratch: PathBuf,
    pub(crate) argv: Vec<String>,
    pub(crate) env: Vec<(String, String)>,
    pub(crate) working_dir: PathBuf,
    pub(crate) user: ResolvedUser,
    pub(crate) hostname: String,
    pub(crate) mounts: Vec<Mount>,
    pub(crate) devices: Edits,
    pub(crate) listeners: Vec<u16>,
    pub(crate) network: Option<MemberSpec>,
    pub(crate) limits: Limits,
    /// The caller's ids outside, when a user namespace is needed.
    pub(crate) outer_ids: Option<(u32, u32)>,
    pub(crate) cgroups: CgroupPlan,
    /// Where there is no group for processors: those that the container runs on.
    pub(crate) affinity: Vec<usize>,
}

/// From lirio to the supervisor, after the specification.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Request {
    Connect {
        id: u64,
        port: u16,
        /// How many unconnected sockets of the container's network to send along.
        spares: usize,
    },
    Signal(i32),
    Kill,
    /// To a doorkeeper (`init/doorkeeper.rs`): end every process but yourself, and give what they have written to
    /// this user and group, if any.
    Finish {
        hand_over: Option<(u32, u32)>,
    },
}

/// From the supervisor to lirio.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Event {
    /// The program runs; the listeners' descriptors come along, in the order of the specification, and behind
    /// them the interface of a shared network.
    Started { pid: u32 },
    /// Nothing runs.
    Failed(SetupFailure),
    /// The answer to a `Connect`; with a descriptor unless there is an error number, and behind it perhaps sockets of
    /// the container's network that are not connected yet.
    Connected { id: u64, errno: Option<i32> },
    /// Every process of the container has ended.
    Exited { code: Option<i32>, signal: Option<i32>, oom_killed: bool, disk_exceeded: bool, usage: Usage },
    /// The answer to a `Finish`: no other process is left.
    Finished { errno: Option<i32> },
}

/// Sends one message; `EAGAIN` only with `DONTWAIT`.
pub(crate) fn send<T: Serialize>(
    socket: impl AsFd,
    message: &T,
    descriptors: &[BorrowedFd<'_>],
    flags: SendFlags,
) -> io::Result<()> {
    let bytes = serde_json::to_vec(message)?;
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(MAX_DESCRIPTORS))];
    let mut control = SendAncillaryBuffer::new(&mut space);
    if !descriptors.is_empty() && !control.push(SendAncillaryMessage::ScmRights(descriptors)) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let flags = flags | SendFlags::NOSIGNAL;
    rustix::io::retry_on_intr(|| {
        rustix::net::sendmsg(&socket, &[IoSlice::new(&bytes)], &mut control, flags)
    })?;
    Ok(())
}

/// Receives one message and the descriptors that came with it; `None` at the end.
pub(crate) fn receive<T: DeserializeOwned>(
    socket: impl AsFd,
    flags: RecvFlags,
) -> io::Result<Option<(T, VecDeque<OwnedFd>)>> {
    let mut bytes = [0; 4096];
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(MAX_DESCRIPTORS))];
    let mut control = RecvAncillaryBuffer::new(&mut space);
    let flags = flags | RecvFlags::CMSG_CLOEXEC;
    let received = rustix::io::retry_on_intr(|| {
        rustix::net::recvmsg(&socket, &mut [IoSliceMut::new(&mut bytes)], &mut control, flags)
    })?;
    if received.bytes == 0 {
        return Ok(None);
    }
    let mut descriptors = VecDeque::new();
    for message in control.drain() {
        if let RecvAncillaryMessage::ScmRights(received) = message {
            descriptors.extend(received);
        }
    }
    Ok(Some((serde_json::from_slice(&bytes[..received.bytes])?, descriptors)))
}

/// A specification and the filter, as packets: first the two lengths, then the bytes in pieces.
pub(crate) fn specification_packets(spec: &InitSpec, filter: &[Instruction]) -> io::Result<Vec<Vec<u8>>> {
    let mut body = serde_json::to_vec(spec)?;
    let lengths = [body.len(), filter.len()];
    for instruction in filter {
        body.extend(instruction.code.to_ne_bytes());
        body.extend([instruction.jt, instruction.jf]);
        body.extend(instruction.k.to_ne_bytes());
    }
    if body.len() > LARGEST_SPECIFICATION {
        return Err(io::Error::from_raw_os_error(libc::E2BIG));
    }
    let mut packets = vec![lengths.iter().flat_map(|length| (*length as u64).to_ne_bytes()).collect()];
    packets.extend(body.chunks(PACKET).map(<[u8]>::to_vec));
    Ok(packets)
}

/// What [`specification_packets`] was given.
pub(crate) fn receive_specification(socket: impl AsFd) -> io::Result<(InitSpec, Vec<Instruction>)> {
    let invalid = || io::Error::from(io::ErrorKind::InvalidData);
    let receive = |buffer: &mut [u8]| match rustix::net::recv(&socket, buffer, RecvFlags::empty()) {
        Ok((0, _)) => Err(io::Error::from(io::ErrorKind::UnexpectedEof)),
        Ok((length, _)) => Ok(length),
        Err(error) => Err(error.into()),
    };
    let mut header = [0; 16];
    receive(&mut header)?;
    let (lengths, _) = header.as_chunks::<8>();
    let lengths: Vec<usize> = lengths.iter().map(|length| u64::from_ne_bytes(*length) as usize).collect();
    let total = lengths[1]
        .checked_mul(8)
        .and_then(|filter| filter.checked_add(lengths[0]))
        .filter(|total| *total <= LARGEST_SPECIFICATION)
        .ok_or_else(invalid)?;
    let mut body = vec![0; total];
    let mut filled = 0;
    while filled < total {
        filled += receive(&mut body[filled..])?;
    }
    let (spec, filter) = body.split_at(lengths[0]);
    let (instructions, _) = filter.as_chunks::<8>();
    let instructions = instructions.iter().map(|bytes| Instruction {
        code: u16::from_ne_bytes([bytes[0], bytes[1]]),
        jt: bytes[2],
        jf: bytes[3],
        k: u32::from_ne_bytes([bytes[4], bytes[5], bytes[6], bytes[7]]),
    });
    Ok((serde_json::from_slice(spec)?, instructions.collect()))
}
