//! What containers see of a machine's GPUs, which here are devices that every machine has.

use std::path::PathBuf;

use lirio_cdi::Folders;
use lirio_sagemaker::Settings;

use crate::serving::{self, container, endpoint_of};
use crate::training::{self, doing};
use crate::world::large;
use crate::{Check, compare, world_of};

pub(crate) const CHECKS: &[Check] = &[
    ("train: a container sees the GPUs of its instance type", || Box::pin(trains())),
    ("serve: a container sees the GPUs of its instance type", || Box::pin(serves())),
];

/// A machine with two GPUs.
struct Machine(PathBuf);

impl Machine {
    fn new() -> Machine {
        let folder = std::env::temp_dir().join(format!("lirio-gpus-{}", lirio_service::hex_id::<8>()));
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("driver"), "of the machine").unwrap();
        let text = format!(
            r#"cdiVersion: 0.6.0
kind: nvidia.com/gpu
devices:
  - name: "0"
    containerEdits: {{ deviceNodes: [{{ path: /dev/nvidia0, hostPath: /dev/zero }}] }}
  - name: GPU-8f1f4d06-07fd-27a7-52d5-e58aa060d256
    containerEdits: {{ deviceNodes: [{{ path: /dev/nvidia0, hostPath: /dev/zero }}] }}
  - name: "1"
    containerEdits: {{ deviceNodes: [{{ path: /dev/nvidia1, hostPath: /dev/full }}] }}
  - name: all
    containerEdits:
      deviceNodes: [{{ path: /dev/nvidia0, hostPath: /dev/zero }}, {{ path: /dev/nvidia1, hostPath: /dev/full }}]
containerEdits:
  env: [NVIDIA_VISIBLE_DEVICES=void]
  deviceNodes: [{{ path: /dev/nvidiactl, hostPath: /dev/null }}]
  mounts:
    - hostPath: {}/driver
      containerPath: /usr/lib/gpu/driver
      options: [ro, nosuid, nodev, bind]
"#,
            folder.display()
        );
        std::fs::write(folder.join("nvidia.yaml"), text).unwrap();
        Machine(folder)
    }

    fn settings(&self) -> Settings {
        Settings { devices: Folders(vec![self.0.clone()]), ..large() }
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a container sees with some of the GPUs.
fn with(gpus: &'static str) -> [(&'static str, &'static str); 4] {
    [
        ("gpus", gpus),
        ("gpu 0", "opened"),
        ("driver", "of the machine"),
        ("env NVIDIA_VISIBLE_DEVICES", "void"),
    ]
}

async fn trains() {
    let machine = Machine::new();
    let world = world_of(machine.settings()).await;
    let of_type = |name: &str, instance_type: &str| {
        let mut request = doing(name, "plain", "look");
        request.resource_config.as_mut().unwrap().instance_type = Some(instance_type.to_owned());
        request
    };
    let one = training::seen(&world, of_type("one", "ml.g4dn.xlarge")).await;
    compare(&one, &with("nvidia0 nvidiactl"));
    // As many as there are.
    let all = training::seen(&world, of_type("four", "ml.g5.12xlarge")).await;
    compare(&all, &with("nvidia0 nvidia1 nvidiactl"));
    let none = training::seen(&world, of_type("none", "ml.m5.large")).await;
    compare(&none, &[("gpus", ""), ("gpu 0", "error NotFound"), ("driver", "error NotFound")]);
    assert!(!none.contains_key("env NVIDIA_VISIBLE_DEVICES"));
}

async fn serves() {
    let machine = Machine::new();
    let world = world_of(machine.settings()).await;
    let definition = container(&world, "plain", "");
    let found = endpoint_of(&world, definition, |variant| {
        variant.instance_type = Some("ml.g4dn.xlarge".to_owned());
    })
    .await;
    assert_eq!(found.endpoint_status, "InService", "{:?}", found.failure_reason);
    compare(&serving::seen(&world).await, &with("nvidia0 nvidiactl"));
}
