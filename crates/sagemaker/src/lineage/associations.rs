//! Associations of callers, and the list of all.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::sagemaker::{
    AddAssociationRequest, AddAssociationResponse, AssociationSummary, DeleteAssociationRequest,
    DeleteAssociationResponse, ListAssociationsRequest, ListAssociationsResponse, errors,
};
use lirio_service::Context;

use super::derive::graph;
use super::entities::missing;
use super::entity::{ASSOCIATIONS, Association, Lineage, association_key};
use crate::SageMaker;
use crate::listing::{self, Listed, Query};
use crate::names;
use crate::registry::user_context;

/// The most that callers may add (Developer Guide, "Manually Create Tracking Entities").
const MOST: u64 = 6000;

impl SageMaker {
    pub(crate) async fn add_association(
        self: Arc<Self>,
        ctx: Context,
        input: AddAssociationRequest,
    ) -> Result<AddAssociationResponse, AwsError> {
        let scope = ctx.scope.clone();
        let association = Association {
            source: input.source_arn,
            destination: input.destination_arn,
            kind: input.association_type,
            created: ctx.now,
            created_by: Some(user_context(&scope, &ctx.caller.principal)),
        };
        let answer = AddAssociationResponse {
            source_arn: Some(association.source.clone()),
            destination_arn: Some(association.destination.clone()),
        };
        ctx.commit(move |txn| {
            let graph = graph(txn, &scope)?;
            let (source, destination) = (&association.source, &association.destination);
            let of = |arn: &str| graph.get(arn).map(|entity| entity.lineage).ok_or_else(|| missing(arn));
            let ends = (of(source)?, of(destination)?);
            if source == destination || ends == (Lineage::TrialComponent, Lineage::TrialComponent) {
                return Err(AwsError::validation(format!(
                    "There can be no association from {source} to {destination}."
                )));
            }
            if graph.association(source, destination).is_some() {
                return Err(AwsError::validation(format!(
                    "The association from {source} to {destination} already exists."
                )));
            }
            if ASSOCIATIONS.count(txn, &names::area(&scope))? >= MOST {
                return Err(errors::resource_limit_exceeded(format!(
                    "An account has at most {MOST} associations of its own."
                )));
            }
            ASSOCIATIONS.put(txn, &association_key(&scope, source, destination), &association)?;
            Ok(())
        })
        .await?;
        Ok(answer)
    }

    pub(crate) async fn delete_association(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteAssociationRequest,
    ) -> Result<DeleteAssociationResponse, AwsError> {
        let scope = ctx.scope.clone();
        ctx.commit(move |txn| {
            let (source, destination) = (input.source_arn, input.destination_arn);
            if !ASSOCIATIONS.delete(txn, &association_key(&scope, &source, &destination))? {
                let words = format!("from {source} to {destination}");
                return Err(match graph(txn, &scope)?.association(&source, &destination) {
                    Some(_) => AwsError::validation(format!(
                        "The association {words} follows from resources and is not deleted by itself."
                    )),
                    None => errors::resource_not_found(format!("There is no association {words}.")),
                });
            }
            Ok(DeleteAssociationResponse { source_arn: Some(source), destination_arn: Some(destination) })
        })
        .await
    }

    pub(crate) async fn list_associations(
        self: Arc<Self>,
        ctx: Context,
        input: ListAssociationsRequest,
    ) -> Result<ListAssociationsResponse, AwsError> {
        let graph = self.lineage(&ctx.scope)?;
        let by = input.sort_by.unwrap_or_else(|| "CreationTime".to_owned());
        let query = Query {
            // Each order but that of time is one of names here.
            sort_by: Some(if by == "CreationTime" { by.clone() } else { "Name".to_owned() }),
            descending: input.sort_order.as_deref() != Some("Ascending"),
            next_token: input.next_token,
            max_results: input.max_results,
            created: (input.created_after, input.created_before),
            ..Query::default()
        };
        let fits = |wanted: &Option<String>, found: Option<&str>| {
            wanted.as_deref().is_none_or(|wanted| found == Some(wanted))
        };
        let mut listed = Vec::new();
        for association in graph.associations() {
            let ends = (graph.get(&association.source), graph.get(&association.destination));
            let (Some(source), Some(destination)) = ends else { continue };
            let wanted = fits(&input.source_arn, Some(&source.arn))
                && fits(&input.destination_arn, Some(&destination.arn))
                && fits(&input.source_type, Some(&source.kind))
                && fits(&input.destination_type, Some(&destination.kind))
                && fits(&input.association_type, association.kind.as_deref());
            if !wanted {
                continue;
            }
            let first = match by.as_str() {
                "DestinationArn" => &destination.arn,
                "SourceType" => &source.kind,
                "DestinationType" => &destination.kind,
                _ => &source.arn,
            };
            listed.push(Listed {
                name: format!("{first} {} {}", source.arn, destination.arn),
                created: association.created,
                modified: association.created,
                status: "",
                summary: AssociationSummary {
                    source_arn: Some(source.arn.clone()),
                    destination_arn: Some(destination.arn.clone()),
                    source_type: Some(source.kind.clone()),
                    destination_type: Some(destination.kind.clone()),
                    association_type: association.kind.clone(),
                    source_name: source.name.clone(),
                    destination_name: destination.name.clone(),
                    creation_time: Some(association.created),
                    created_by: association.created_by.clone(),
                },
            });
        }
        let (summaries, next_token) = listing::page(listed, &query)?;
        Ok(ListAssociationsResponse { association_summaries: Some(summaries), next_token })
    }
}
