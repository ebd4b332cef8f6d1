//! Podman's system call filter, made narrower.
//!
//! Podman's own lets programs make namespaces, mount in them and use keyrings, and leaves it to capabilities that this
//! does no harm.  A user namespace has all capabilities over itself, which is most of the kernel's surface; Docker's
//! filter refuses it, and so does the sandbox.  So Podman is given its own filter without these calls.

use serde_json::{Value, json};

/// Calls that no container may make, whatever its capabilities; they are refused with EPERM, as by the others.
const REFUSED: &[&str] = &[
    "acct",
    "add_key",
    "adjtimex",
    "bpf",
    "chroot",
    "clock_adjtime",
    "clock_adjtime64",
    "clock_settime",
    "clock_settime64",
    "delete_module",
    "finit_module",
    "fsconfig",
    "fsmount",
    "fsopen",
    "fspick",
    "init_module",
    "io_uring_enter",
    "io_uring_register",
    "io_uring_setup",
    "ioperm",
    "iopl",
    "kcmp",
    "kexec_file_load",
    "kexec_load",
    "keyctl",
    "lookup_dcookie",
    "mount",
    "mount_setattr",
    "move_mount",
    "open_by_handle_at",
    "open_tree",
    "perf_event_open",
    "pidfd_getfd",
    "pivot_root",
    "process_vm_readv",
    "process_vm_writev",
    "ptrace",
    "quotactl",
    "quotactl_fd",
    "reboot",
    "request_key",
    "setdomainname",
    "sethostname",
    "setns",
    "settimeofday",
    "stime",
    "swapoff",
    "swapon",
    "syslog",
    "umount",
    "umount2",
    "unshare",
    "userfaultfd",
    "vhangup",
];
/// Its flags are in a register: those that make a namespace are refused.
const CLONE: &str = "clone";
/// Its flags are in memory, where a filter cannot look; without it the C library takes `clone`.
const CLONE3: &str = "clone3";
/// NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET; the first is no flag of `clone`, whose exit signal
/// has its bit.
const NAMESPACES: [u64; 7] =
    [0x0002_0000, 0x0200_0000, 0x0400_0000, 0x0800_0000, 0x1000_0000, 0x2000_0000, 0x4000_0000];
const EPERM: i32 = 1;
const ENOSYS: i32 = 38;

/// The filter without what is refused.
///
/// # Errors
///
/// A sentence: it is none, or one that allows what it does not list.
pub(super) fn narrowed(filter: &[u8]) -> Result<Value, String> {
    let mut filter: Value = serde_json::from_slice(filter).map_err(|error| error.to_string())?;
    let by_default = filter["defaultAction"].as_str().unwrap_or_default();
    if !matches!(by_default, "SCMP_ACT_ERRNO" | "SCMP_ACT_KILL" | "SCMP_ACT_KILL_PROCESS") {
        return Err(format!("what it does not list is {by_default:?}, not refused"));
    }
    let rules = filter["syscalls"].as_array_mut().ok_or("it has no `syscalls`")?;
    let ours = |name: &Value| {
        let name = name.as_str().unwrap_or_default();
        REFUSED.contains(&name) || [CLONE, CLONE3].contains(&name)
    };
    for rule in &mut *rules {
        if let Some(names) = rule["names"].as_array_mut() {
            names.retain(|name| !ours(name));
        }
        if rule.get("name").is_some_and(ours) {
            rule["names"] = json!([]);
        }
    }
    rules.retain(|rule| rule["names"].as_array().is_none_or(|names| !names.is_empty()));
    let refuse =
        |names: &[&str], errno: i32| json!({ "names": names, "action": "SCMP_ACT_ERRNO", "errnoRet": errno });
    rules.push(refuse(REFUSED, EPERM));
    rules.push(refuse(&[CLONE3], ENOSYS));
    let all: u64 = NAMESPACES.iter().sum();
    let masked = |mask: u64, value: u64| json!([{ "index": 0, "value": mask, "valueTwo": value, "op": "SCMP_CMP_MASKED_EQ" }]);
    rules.push(json!({ "names": [CLONE], "action": "SCMP_ACT_ALLOW", "args": masked(all, 0) }));
    for flag in NAMESPACES {
        let mut rule = refuse(&[CLONE], EPERM);
        rule["args"] = masked(flag, flag);
        rules.push(rule);
    }
    Ok(filter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_is_in_no_other_rule() {
        let given = json!({
            "defaultAction": "SCMP_ACT_ERRNO",
            "syscalls": [
                { "names": ["read", "clone", "clone3", "unshare", "mount"], "action": "SCMP_ACT_ALLOW" },
                { "names": ["bpf"], "action": "SCMP_ACT_ALLOW", "includes": { "caps": ["CAP_BPF"] } },
            ],
        });
        let narrowed = narrowed(given.to_string().as_bytes()).unwrap();
        let rules = narrowed["syscalls"].as_array().unwrap();
        assert_eq!(rules[0]["names"], json!(["read"]));
        let allowing = |name: &str| {
            let named = |rule: &&Value| rule["names"].as_array().unwrap().contains(&json!(name));
            rules.iter().filter(named).filter(|rule| rule["action"] == "SCMP_ACT_ALLOW").count()
        };
        assert_eq!(
            [allowing("read"), allowing("unshare"), allowing("bpf"), allowing("clone3")],
            [1, 0, 0, 0]
        );
        // Without those flags only.
        assert_eq!(allowing("clone"), 1);
        let clone = rules.iter().find(|rule| rule["names"] == json!(["clone"])).unwrap();
        assert_eq!(clone["args"][0]["value"], json!(0x7e02_0000_u64));
    }

    #[test]
    fn a_filter_that_is_none_is_refused() {
        let check = |text: &str, expected: &str| {
            let error = narrowed(text.as_bytes()).unwrap_err();
            assert!(error.contains(expected), "{error}");
        };
        check("", "EOF");
        check(r#"{"defaultAction":"SCMP_ACT_ALLOW","syscalls":[]}"#, "SCMP_ACT_ALLOW");
        check(r#"{"defaultAction":"SCMP_ACT_ERRNO"}"#, "no `syscalls`");
    }
}
