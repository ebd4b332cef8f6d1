//! Rules.

use std::sync::Arc;

use lirio_api::events::{
    DeleteRuleRequest, DescribeRuleRequest, DescribeRuleResponse, DisableRuleRequest, EnableRuleRequest,
    ListRuleNamesByTargetRequest, ListRuleNamesByTargetResponse, ListRulesRequest, ListRulesResponse,
    PutRuleRequest, PutRuleResponse, Rule,
    errors::{invalid_event_pattern_exception, limit_exceeded_exception},
};
use lirio_api::{AwsError, Timestamp, Unit};
use lirio_event_pattern::Pattern;
use lirio_service::Context;
use lirio_store::{Read, Txn};

use crate::buses::{find_bus, require_bus};
use crate::names::{bus_name, no_such_bus, no_such_rule, rule_arn};
use crate::page::page;
use crate::route::{cancel_schedule, set_schedule};
use crate::schedule::Schedule;
use crate::tables::{DEFAULT_BUS, DISABLED, ENABLED, RULES, RuleRow, TARGETS, bus_key, rule_key};
use crate::{Events, PRINCIPAL};

/// Numbers the changes of all rules, so that a rule made anew is not taken for the one it replaces.
const GENERATIONS: &str = "events.generations";
/// EventBridge's quota.
const RULES_PER_BUS: u64 = 300;

/// A stored pattern; it was checked when it came in.
fn stored_pattern(row: &RuleRow) -> Result<Option<Pattern>, AwsError> {
    row.pattern.as_deref().map(Pattern::parse).transpose().map_err(AwsError::internal)
}

/// A stored schedule; likewise.
pub(crate) fn stored_schedule(row: &RuleRow) -> Result<Option<Schedule>, AwsError> {
    row.schedule.as_deref().map(Schedule::parse).transpose().map_err(AwsError::internal)
}

/// The row of a rule that must exist, on a bus that must exist.
pub(crate) fn require_rule(
    read: &impl Read,
    region: &str,
    bus: &str,
    rule: &str,
) -> Result<RuleRow, AwsError> {
    require_bus(read, region, bus)?;
    RULES.get(read, &rule_key(region, bus, rule))?.ok_or_else(|| no_such_rule(bus, rule))
}

impl Events {
    /// Refuses a role that EventBridge may not assume, in AWS's words, which Terraform waits on.
    pub(crate) fn check_role(&self, role_arn: &str) -> Result<(), AwsError> {
        self.platform.identity()?.assume_for_service(role_arn, PRINCIPAL, "check").map(|_| ()).map_err(
            |error| {
                AwsError::validation(format!(
                    "Provided role '{role_arn}' cannot be assumed by principal '{PRINCIPAL}'."
                ))
                .because(error)
            },
        )
    }

    pub(crate) async fn put_rule(
        self: Arc<Self>,
        ctx: Context,
        input: PutRuleRequest,
    ) -> Result<PutRuleResponse, AwsError> {
        let bus = bus_name(input.event_bus_name.as_deref());
        let event_pattern = input.event_pattern.filter(|p| !p.is_empty());
        let expression = input.schedule_expression.filter(|s| !s.is_empty());
        if event_pattern.is_none() && expression.is_none() {
            return Err(AwsError::validation(
                "Parameter(s) EventPattern or ScheduleExpression must be specified.",
            ));
        }
        if expression.is_some() && bus != DEFAULT_BUS {
            return Err(AwsError::validation(
                "ScheduleExpression is supported only on the default event bus.",
            ));
        }
        let pattern = event_pattern
            .as_deref()
            .map(Pattern::parse)
            .transpose()
            .map_err(|error| invalid_event_pattern_exception(error.to_string()))?;
        let schedule = expression.as_deref().map(Schedule::parse).transpose().map_err(|error| {
            AwsError::validation("Parameter ScheduleExpression is not valid.").because(error)
        })?;
        if let Some(role) = &input.role_arn {
            self.check_role(role)?;
        }
        let mut row = RuleRow {
            arn: rule_arn(&ctx.scope, &bus, &input.name),
            name: input.name,
            bus,
            pattern: event_pattern,
            schedule: expression,
            state: input.state.unwrap_or_else(|| ENABLED.to_owned()),
            description: input.description,
            role_arn: input.role_arn,
            created_by: ctx.scope.account.to_string(),
            tags: input.tags.unwrap_or_default(),
            generation: 0,
        };
        let answer = PutRuleResponse { rule_arn: Some(row.arn.clone()) };
        let (region, now, index) = (ctx.scope.region.clone(), ctx.now, self.index.clone());
        ctx.commit(move |txn| {
            require_bus(txn, &region, &row.bus)?;
            let key = rule_key(&region, &row.bus, &row.name);
            match RULES.get(txn, &key)? {
                Some(old) => {
                    // "If you are updating an existing rule, any tags you specify are ignored."
                    row.tags = old.tags;
                }
                None if RULES.count(txn, &bus_key(&region, &row.bus))? >= RULES_PER_BUS => {
                    return Err(limit_exceeded_exception(
                        "The requested resource exceeds the maximum number allowed.",
                    ));
                }
                None => {}
            }
            row.generation = txn.next_sequence(GENERATIONS)?;
            RULES.put(txn, &key, &row)?;
            reschedule(txn, &region, &row, schedule.as_ref(), now)?;
            txn.after_commit(move || index.set(&region, &row, pattern.as_ref()));
            Ok(())
        })
        .await?;
        Ok(answer)
    }

    pub(crate) async fn delete_rule(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteRuleRequest,
    ) -> Result<Unit, AwsError> {
        let (bus, rule) = (bus_name(input.event_bus_name.as_deref()), input.name);
        let (region, index) = (ctx.scope.region.clone(), self.index.clone());
        ctx.commit(move |txn| {
            require_bus(txn, &region, &bus)?;
            let key = rule_key(&region, &bus, &rule);
            if TARGETS.count(txn, &key)? > 0 {
                return Err(AwsError::validation("Rule can't be deleted since it has targets."));
            }
            // Deleting what is not there succeeds.
            if RULES.delete(txn, &key)? {
                cancel_schedule(txn, &region, &bus, &rule)?;
                txn.after_commit(move || index.remove(&region, &bus, &rule));
            }
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn describe_rule(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeRuleRequest,
    ) -> Result<DescribeRuleResponse, AwsError> {
        let bus = bus_name(input.event_bus_name.as_deref());
        let row = ctx.platform.store.read(|r| require_rule(r, &ctx.scope.region, &bus, &input.name))?;
        Ok(DescribeRuleResponse {
            name: Some(row.name),
            arn: Some(row.arn),
            event_pattern: row.pattern,
            schedule_expression: row.schedule,
            state: Some(row.state),
            description: row.description,
            role_arn: row.role_arn,
            managed_by: None,
            event_bus_name: Some(row.bus),
            created_by: Some(row.created_by),
        })
    }

    pub(crate) async fn enable_rule(
        self: Arc<Self>,
        ctx: Context,
        input: EnableRuleRequest,
    ) -> Result<Unit, AwsError> {
        self.set_state(ctx, input.event_bus_name, input.name, ENABLED).await
    }

    pub(crate) async fn disable_rule(
        self: Arc<Self>,
        ctx: Context,
        input: DisableRuleRequest,
    ) -> Result<Unit, AwsError> {
        self.set_state(ctx, input.event_bus_name, input.name, DISABLED).await
    }

    async fn set_state(
        &self,
        ctx: Context,
        bus: Option<String>,
        rule: String,
        state: &'static str,
    ) -> Result<Unit, AwsError> {
        let bus = bus_name(bus.as_deref());
        let (region, now, index) = (ctx.scope.region.clone(), ctx.now, self.index.clone());
        ctx.commit(move |txn| {
            let mut row = require_rule(txn, &region, &bus, &rule)?;
            // A rule that is enabled already keeps what kind of enabled it is, and its schedule's phase.
            if (row.state == DISABLED) != (state == DISABLED) {
                row.state = state.to_owned();
                row.generation = txn.next_sequence(GENERATIONS)?;
                RULES.put(txn, &rule_key(&region, &bus, &rule), &row)?;
                reschedule(txn, &region, &row, stored_schedule(&row)?.as_ref(), now)?;
                let pattern = stored_pattern(&row)?;
                txn.after_commit(move || index.set(&region, &row, pattern.as_ref()));
            }
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn list_rules(
        self: Arc<Self>,
        ctx: Context,
        input: ListRulesRequest,
    ) -> Result<ListRulesResponse, AwsError> {
        let bus = bus_name(input.event_bus_name.as_deref());
        let region = &ctx.scope.region;
        let rows: Vec<RuleRow> = ctx.platform.store.read(|r| {
            require_bus(r, region, &bus)?;
            let prefix = match &input.name_prefix {
                Some(prefix) => bus_key(region, &bus).str_prefix(prefix),
                None => bus_key(region, &bus),
            };
            let rows = RULES.scan_prefix(r, &prefix, None, usize::MAX)?;
            Ok::<_, AwsError>(rows.into_iter().map(|(_, row)| row).collect())
        })?;
        let page = page(rows, |row| &row.name, input.next_token.as_deref(), input.limit)?;
        let rules = page
            .items
            .into_iter()
            .map(|row| Rule {
                name: Some(row.name),
                arn: Some(row.arn),
                event_pattern: row.pattern,
                state: Some(row.state),
                description: row.description,
                schedule_expression: row.schedule,
                role_arn: row.role_arn,
                managed_by: None,
                event_bus_name: Some(row.bus),
            })
            .collect();
        Ok(ListRulesResponse { rules: Some(rules), next_token: page.next_token })
    }

    pub(crate) async fn list_rule_names_by_target(
        self: Arc<Self>,
        ctx: Context,
        input: ListRuleNamesByTargetRequest,
    ) -> Result<ListRuleNamesByTargetResponse, AwsError> {
        let bus = bus_name(input.event_bus_name.as_deref());
        let region = &ctx.scope.region;
        let mut names: Vec<String> = ctx.read(|r| {
            if find_bus(r, region, &bus)?.is_none() {
                return Ok(Err(no_such_bus(&bus)));
            }
            let mut names = Vec::new();
            for (key, target) in TARGETS.scan_prefix(r, &bus_key(region, &bus), None, usize::MAX)? {
                if target.arn == input.target_arn {
                    let mut parts = key.parts();
                    let (_region, _bus) = (parts.str()?, parts.str()?);
                    names.push(parts.str()?);
                }
            }
            Ok(Ok(names))
        })??;
        names.dedup();
        let page = page(names, |name| name, input.next_token.as_deref(), input.limit)?;
        Ok(ListRuleNamesByTargetResponse { rule_names: Some(page.items), next_token: page.next_token })
    }
}

/// Sets or cancels a rule's timer after a change of the rule.
fn reschedule(
    txn: &mut Txn<'_>,
    region: &str,
    row: &RuleRow,
    schedule: Option<&Schedule>,
    now: Timestamp,
) -> Result<(), AwsError> {
    match schedule.filter(|_| row.state != DISABLED) {
        Some(schedule) => set_schedule(txn, region, row, schedule, now, now)?,
        None => cancel_schedule(txn, region, &row.bus, &row.name)?,
    }
    Ok(())
}
