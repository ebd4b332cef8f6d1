//! Models, configurations and endpoints of a world, in few words.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use lirio_api::sagemaker::{
    ContainerDefinition, CreateEndpointConfigInput, CreateEndpointInput, CreateModelInput,
    DescribeEndpointInput, DescribeEndpointOutput, ProductionVariant, Tag, UpdateEndpointInput, ops,
};
use lirio_api::sagemaker_runtime::{InvokeEndpointInput, InvokeEndpointOutput, ops as runtime_ops};
use lirio_api::{AwsError, Body};

use crate::fakes::ROLE;
use crate::world::World;

pub(crate) fn archive(text: &str) -> Vec<u8> {
    let mut tar = tar::Builder::new(flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast()));
    let mut header = tar::Header::new_gnu();
    header.set_size(text.len() as u64);
    header.set_mode(0o644);
    tar.append_data(&mut header, "model.txt", text.as_bytes()).unwrap();
    tar.into_inner().unwrap().finish().unwrap()
}

pub(crate) fn variant(name: &str, model: &str, count: i64, weight: f64) -> ProductionVariant {
    ProductionVariant {
        variant_name: name.to_owned(),
        model_name: Some(model.to_owned()),
        initial_instance_count: Some(count),
        instance_type: Some("ml.t2.medium".to_owned()),
        initial_variant_weight: Some(weight),
        ..ProductionVariant::default()
    }
}

impl World {
    pub(crate) async fn model(&self, name: &str, image: &str) {
        self.elsewhere.put(&format!("{name}.tar.gz"), archive(name));
        let input = CreateModelInput {
            model_name: name.to_owned(),
            execution_role_arn: Some(ROLE.to_owned()),
            primary_container: Some(ContainerDefinition {
                image: Some(image.to_owned()),
                model_data_url: Some(format!("s3://data/{name}.tar.gz")),
                ..ContainerDefinition::default()
            }),
            ..CreateModelInput::default()
        };
        self.call(ops::CreateModel, input).await.unwrap();
    }

    pub(crate) async fn config(&self, name: &str, variants: Vec<ProductionVariant>) {
        let input = CreateEndpointConfigInput {
            endpoint_config_name: name.to_owned(),
            production_variants: variants,
            ..CreateEndpointConfigInput::default()
        };
        self.call(ops::CreateEndpointConfig, input).await.unwrap();
    }

    pub(crate) async fn create(&self, endpoint: &str, config: &str) -> Result<(), AwsError> {
        let input = CreateEndpointInput {
            endpoint_name: endpoint.to_owned(),
            endpoint_config_name: config.to_owned(),
            tags: Some(vec![Tag { key: "k".to_owned(), value: "v".to_owned() }]),
            ..CreateEndpointInput::default()
        };
        self.call(ops::CreateEndpoint, input).await.map(drop)
    }

    pub(crate) async fn update(&self, endpoint: &str, config: &str) -> Result<(), AwsError> {
        let input = UpdateEndpointInput {
            endpoint_name: endpoint.to_owned(),
            endpoint_config_name: config.to_owned(),
            ..UpdateEndpointInput::default()
        };
        self.call(ops::UpdateEndpoint, input).await.map(drop)
    }

    /// The endpoint when it is in no transition.
    pub(crate) async fn settled(&self, endpoint: &str) -> DescribeEndpointOutput {
        loop {
            let input = DescribeEndpointInput { endpoint_name: endpoint.to_owned() };
            let found = self.call(ops::DescribeEndpoint, input).await.unwrap();
            if !matches!(found.endpoint_status.as_str(), "Creating" | "Updating" | "RollingBack" | "Deleting")
            {
                return found;
            }
        }
    }

    pub(crate) async fn invoke(
        &self,
        endpoint: &str,
        body: &str,
    ) -> Result<(String, InvokeEndpointOutput), AwsError> {
        let input = InvokeEndpointInput {
            endpoint_name: endpoint.to_owned(),
            body: Body::from_bytes(body.to_owned()),
            content_type: Some("text/csv".to_owned()),
            ..InvokeEndpointInput::default()
        };
        let output = self.call(runtime_ops::InvokeEndpoint, input).await?;
        let bytes = output.body.clone().collect(1 << 20).await.unwrap();
        Ok((String::from_utf8(bytes.to_vec()).unwrap(), output))
    }

    pub(crate) async fn answer(&self, endpoint: &str) -> String {
        self.invoke(endpoint, "x").await.unwrap().0
    }
}

/// A world with models `one`, `two` and `bad`, and a configuration of each.
pub(crate) async fn world() -> Arc<World> {
    world_on(World::new().await).await
}

/// The same, on a world that there is.
pub(crate) async fn world_on(world: World) -> Arc<World> {
    world.model("slow", "slow").await;
    for (name, image) in [("one", "serve"), ("two", "serve"), ("bad", "broken")] {
        world.model(name, image).await;
        world.config(name, vec![variant("AllTraffic", name, 1, 1.0)]).await;
    }
    Arc::new(world)
}

/// Constant load on an endpoint; every answer must be one of those allowed at the time.
pub(crate) struct Load {
    done: Arc<AtomicBool>,
    /// Answers of each client.
    counts: Vec<Arc<AtomicUsize>>,
    clients: Vec<tokio::task::JoinHandle<()>>,
}

impl Load {
    /// Clients that invoke without a pause; `good` says whether an answer may come.
    pub(crate) fn start(
        world: &Arc<World>,
        endpoint: &'static str,
        clients: usize,
        good: impl Fn(&str) -> bool + Clone + Send + Sync + 'static,
    ) -> Self {
        let done = Arc::new(AtomicBool::new(false));
        let counts: Vec<Arc<AtomicUsize>> = (0..clients).map(|_| Arc::default()).collect();
        let client = |count: &Arc<AtomicUsize>| {
            let (world, done, count, good) = (world.clone(), done.clone(), count.clone(), good.clone());
            tokio::spawn(async move {
                while !done.load(Ordering::SeqCst) {
                    let answer = world.answer(endpoint).await;
                    assert!(good(&answer), "{answer}");
                    count.fetch_add(1, Ordering::SeqCst);
                }
            })
        };
        let clients = counts.iter().map(client).collect();
        Self { done, counts, clients }
    }

    fn total(&self) -> usize {
        self.counts.iter().map(|count| count.load(Ordering::SeqCst)).sum()
    }

    /// Waits for so many answers from now on.
    pub(crate) async fn more(&self, at_least: usize) {
        let target = self.total() + at_least;
        while self.total() < target {
            self.pause().await;
        }
    }

    /// Waits until each client has asked and been answered anew: what was under way has ended.
    pub(crate) async fn each(&self) {
        let before: Vec<_> = self.counts.iter().map(|count| count.load(Ordering::SeqCst)).collect();
        while self.counts.iter().zip(&before).any(|(now, before)| now.load(Ordering::SeqCst) < before + 2) {
            self.pause().await;
        }
    }

    async fn pause(&self) {
        assert!(!self.clients.iter().any(tokio::task::JoinHandle::is_finished), "a client has failed");
        tokio::task::yield_now().await;
    }

    /// Ends the load; fails if an answer was missing or wrong.
    pub(crate) async fn end(self) -> usize {
        self.done.store(true, Ordering::SeqCst);
        let total = self.total();
        for client in self.clients {
            client.await.unwrap();
        }
        total
    }
}
