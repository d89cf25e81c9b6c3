//! The story of a file: from steps as they are written to steps as they are told.
//!
//! Knows what each kind of step has to name, and that what it names is there. Says yes or no; what
//! is wrong, and where, is said by `check`.

use std::collections::HashSet;

use super::agree::Fault;
use super::build::country;
use super::schema::{self, Text};
use crate::model::country::Country;
use crate::model::operation::Operation;
use crate::model::place::Place;
use crate::model::story::maps::View;
use crate::model::story::{self, Named, Show, Step, Subject};
use crate::model::text::SafeText;

/// The steps of a story, each naming what it shows.
///
/// # Errors
///
/// If a step does not name what it shows, or names something else.
pub(super) fn steps(
    written: &[schema::Step<'_>],
    clean: impl Fn(&Text<'_>) -> SafeText,
) -> Result<Vec<Step>, Fault> {
    let step = |step: &schema::Step<'_>| {
        Ok(Step {
            subject: subject(step, &clean)?,
            title: step.title.as_ref().map(&clean),
            notes: step.notes.iter().map(&clean).collect(),
        })
    };
    let steps = written.iter().map(step).collect::<Result<Vec<Step>, Fault>>()?;
    match steps.first() {
        Some(first) if first.subject != Subject::Title => {
            Err(Fault("the story does not begin with its title"))
        }
        _ => Ok(steps),
    }
}

fn subject(
    step: &schema::Step<'_>,
    clean: &impl Fn(&Text<'_>) -> SafeText,
) -> Result<Subject, Fault> {
    let names_place = !step.countries.is_empty() || step.region.is_some();
    let named = (step.figure.is_some(), !step.figures.is_empty(), names_place);
    let wanted = match step.show {
        Show::Figure | Show::Split => (true, false, false),
        Show::Figures => (false, true, false),
        Show::Place => (false, false, true),
        _ => (false, false, false),
    };
    let of_a_map = step.part.is_some() || step.family.is_some();
    if named != wanted || (of_a_map && step.show != Show::Map) {
        return Err(Fault("a step of the story does not name what it shows"));
    }
    let id = |text: &Text<'_>| Named::Id(clean(text));
    let figure = step.figure.as_ref().map(id);
    let missing = Fault("a step of the story names no figure");
    Ok(match step.show {
        Show::Title => Subject::Title,
        Show::Figure => Subject::Figure(figure.ok_or(missing)?),
        Show::Split => Subject::Split(figure.ok_or(missing)?),
        Show::Versus => Subject::Versus,
        Show::Figures => Subject::Figures(step.figures.iter().map(id).collect()),
        Show::Coverage => Subject::Coverage,
        Show::Map => Subject::Map(View { region: step.part, family: step.family }),
        Show::Place => Subject::Place(place(step, clean)?),
        Show::Others => Subject::Others,
        Show::Routes => Subject::Routes,
        Show::Unsaid => Subject::Unsaid,
        Show::Differences => Subject::Differences,
        Show::Notes => Subject::Notes,
        Show::Sources => Subject::Sources,
    })
}

fn place(step: &schema::Step<'_>, clean: &impl Fn(&Text<'_>) -> SafeText) -> Result<Place, Fault> {
    match (step.countries.as_slice(), &step.region) {
        ([], Some(region)) => Ok(Place::Region(clean(region))),
        ([one], None) => country(one).map(Place::Country),
        ([_, _, ..], None) => {
            let several = step.countries.iter().map(country);
            several.collect::<Result<Box<[Country]>, Fault>>().map(Place::Several)
        }
        _ => Err(Fault("a step of the story names a place twice, or none")),
    }
}

/// Whether everything that the story shows is there.
///
/// # Errors
///
/// If something is not.
pub(super) fn check(operation: &Operation) -> Result<(), Fault> {
    let mut figures: HashSet<&SafeText> = HashSet::new();
    for step in &operation.story {
        match &step.subject {
            Subject::Figure(Named::Id(id)) | Subject::Split(Named::Id(id)) => {
                figures.insert(id);
            }
            Subject::Figures(named) => figures.extend(named.iter().filter_map(|one| match one {
                Named::Id(id) => Some(id),
                Named::Total(_) => None,
            })),
            _ => {}
        }
        if !has_something(operation, &step.subject) {
            return Err(Fault("a step of the story has nothing to show"));
        }
    }
    if !figures.is_empty() {
        for id in operation.figures().filter_map(|(_, figure)| figure.id.as_deref()) {
            figures.remove(id);
        }
    }
    if figures.is_empty() {
        return Ok(());
    }
    Err(Fault("a step of the story names a figure that is not there"))
}

/// Whether a step would show anything. Figures are looked up all at once.
fn has_something(operation: &Operation, subject: &Subject) -> bool {
    match subject {
        Subject::Split(Named::Id(id)) => {
            let total = operation.totals.iter().find(|total| total.id.as_deref() == Some(id));
            let parts = |whole| Operation::parts_of(&operation.totals, whole);
            total.is_some_and(|whole| parts(whole).next().is_some())
        }
        Subject::Versus => story::versus(operation).next().is_some(),
        Subject::Coverage | Subject::Others => !operation.rows.is_empty(),
        Subject::Map(view) => view.is_named(operation),
        Subject::Place(place) => operation.rows.iter().any(|row| row.place == *place),
        Subject::Routes => !operation.routes.is_empty(),
        Subject::Differences => !operation.conflicts.is_empty(),
        Subject::Notes => !operation.notes.is_empty(),
        Subject::Sources => !operation.sources.is_empty(),
        _ => true,
    }
}
