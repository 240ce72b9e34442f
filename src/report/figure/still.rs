//! # Figures as parts of a page

use super::{Figure, Scene, figures};
use crate::report::sheet::inline;
use crate::text::CODE;

/// A figure as a part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Still {
    pub name: &'static str,
    pub svg: String,
    pub summary: String,
}

/// Draws what a page needs besides its charts.
pub fn for_page(scene: &Scene<'_>) -> Vec<Still> {
    let still = |figure: Figure| Still {
        name: figure.name,
        svg: inline(&figure.sheet, &figure.summary, CODE.get(scene.language)),
        summary: figure.summary,
    };
    figures(scene).into_iter().map(still).collect()
}
