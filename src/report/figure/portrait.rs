//! # One person's trust
//!
//! Trust in colleagues, the leader and top management over the time that one person is there; the turns of the story are marked
//! with the number of their chapter.

use plotters::element::{EmptyElement, PathElement};

use super::course::DOTTED;
use super::{Caption, Figure, cell, csv};
use crate::analysis::account::Chapter;
use crate::dynamics::ledger::LedgerPage;
use crate::report::chart::{Axis, Chart, End, Scale, ends, fine, gutter, line, pen};
use crate::report::sheet::{ARMS, Anchor, INK, Medium, Point, Style, Type, page};
use crate::scenario::Referent;
use crate::words::account as words;
use crate::words::figure::{Clock, Form, value};
use crate::words::sentence::whom;

/// Trust in one referent.
struct Strand {
    style: Style,
    end: End,
    /// Stretches in which there is somebody to trust.
    course: Vec<Vec<(u32, f64)>>,
}

/// The figure. `pages` are those of the whole life, `length` its days; the person is there in the days of the chapters.
pub fn portrait(
    caption: &Caption<'_>,
    headline: String,
    pages: &[LedgerPage],
    chapters: &[Chapter],
    length: u32,
    said: &[String],
) -> Option<Figure> {
    let (language, medium) = (caption.language, Medium::Slide);
    let (first, last) = (chapters.first()?.account.from, chapters.last()?.account.to);
    let text = caption.provenance.words(caption.title, headline, words::portrait_subtitle(caption.whose, language), language);
    let (mut sheet, room) = page(&text, medium);
    let days: Vec<u32> = (first..=last).collect();
    let course = |whom: Referent| -> Vec<Vec<(u32, f64)>> {
        let stretches = days.chunk_by(|one, other| pages[*one as usize].exists[whom] == pages[*other as usize].exists[whom]);
        let there = stretches.filter(|stretch| pages[stretch[0] as usize].exists[whom]);
        there.map(|stretch| stretch.iter().map(|&day| (day, pages[day as usize].balance[whom])).collect()).collect()
    };
    let lines: Vec<Strand> = Referent::ALL
        .into_iter()
        .filter_map(|referent| {
            let r = referent as usize;
            let course = course(referent);
            let end = value(course.last()?.last()?.1, Form::Index, language);
            let end = End::new(end, whom(referent).get(language), room.width(), ARMS[r].text, medium);
            Some(Strand { style: ARMS[r], end, course })
        })
        .collect();
    let along = Axis::time(f64::from(length), room.width(), Clock::of(f64::from(length)).title().get(language), language);
    let up = Axis::of(&Scale::unit(), words::TRUST.get(language), language);
    let mut chart = Chart::new(&mut sheet, room, gutter(lines.iter().map(|line| &line.end)), along, up);
    let look = Type::bold(medium.label(), INK);
    let turns = (1..).zip(chapters).filter(|(_, chapter)| chapter.turn);
    let turns: Vec<(usize, f64)> = turns.map(|(number, chapter)| (number, f64::from(chapter.account.from))).collect();
    for (_, day) in &turns {
        chart.draw([line(chart.upright(*day).to_vec(), DOTTED)]);
    }
    let turns: Vec<(usize, f64)> = turns.into_iter().map(|(number, day)| (number, chart.at(day, 0.0).0)).collect();
    let mut tips: Vec<(End, Point)> = Vec::new();
    for Strand { style, end, course } in lines.iter().rev() {
        for stretch in course {
            let points: Vec<(f64, f64)> = stretch.iter().map(|(day, trust)| (f64::from(*day), *trust)).collect();
            if let [only] = points[..] {
                let dash = PathElement::new([(0, 0), (fine(4.0), 0)], pen(style.line, 3.5));
                chart.draw([EmptyElement::at(only) + dash]); // a single day must be seen too
            }
            chart.draw([line(points, style.stroke(3.5))]);
        }
        let tip = course.last().and_then(|stretch| stretch.last()).map(|(day, trust)| chart.at(f64::from(*day), *trust));
        tips.extend(tip.map(|tip| (end.clone(), tip)));
    }
    let plot = chart.finish();
    for close in turns.chunk_by(|(_, one), (_, next)| next - one < 1.6 * look.size) {
        let numbers: Vec<String> = close.iter().map(|(number, _)| number.to_string()).collect();
        let middle = f64::midpoint(close[0].1, close[close.len() - 1].1);
        sheet.text((middle, plot.top - 6.0), &numbers.join(" "), look, Anchor::Middle);
    }
    ends::draw(&mut sheet, &plot, &tips);
    let body = days.iter().map(|&day| {
        let mut row = vec![day.to_string()];
        let page = &pages[day as usize];
        row.extend(Referent::ALL.map(|whom| if page.exists[whom] { cell(page.balance[whom]) } else { String::new() }));
        row
    });
    Some(Figure::new("portrait", text, sheet, said, csv("portrait", body)))
}
