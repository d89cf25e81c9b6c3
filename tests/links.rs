//! Which parts of the screen are links, and where they lead.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected has failed"
)]

mod support;

use std::collections::BTreeMap;

use liberterra::app::App;
use liberterra::theme::{Choice, Depth, Theme};
use liberterra::view::{self, link::Link};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use support::{board, type_keys};

/// The links on the screen, each with the text that it stands on; by their ids.
fn links(app: &App) -> BTreeMap<usize, (String, String)> {
    let (columns, rows) = app.size();
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    let theme = Theme::resolve(Choice::Dark, None, Depth::True);
    let mut found = BTreeMap::new();
    for Link { area, id, address } in view::draw(app, &theme, area, &mut buffer) {
        assert!(area.height == 1 && buffer.area.intersection(area) == area, "{area}");
        let entry: &mut (String, String) = found.entry(id).or_default();
        for at in area.positions() {
            entry.0.push_str(buffer[at].symbol());
        }
        address.as_str().clone_into(&mut entry.1);
    }
    found
}

/// A board after some keys.
fn after(columns: u16, rows: u16, script: &str) -> App {
    let mut app = board(columns, rows);
    type_keys(&mut app, script);
    app
}

/// The address without what only the browser reads.
fn page(address: &str) -> &str {
    address.split("#:~:").next().unwrap()
}

#[test]
fn only_the_sources_have_links() {
    for script in ["1", "2", "?", "Up", "/ tur", "2 s", "5 ?"] {
        assert!(links(&after(120, 40, script)).is_empty(), "{script}");
    }
}

#[test]
fn an_address_leads_where_it_says_and_to_the_words_cited() {
    let found = links(&after(200, 60, "o"));
    let address = found.values().find(|(text, _)| text.starts_with("https://")).unwrap();
    assert_eq!(page(&address.1), address.0);
    let (_, words) = address.1.split_once("#:~:text=").unwrap();
    assert!(words.contains("1%2C500%20irregular%20migrants"), "{words}");
    let locator = found.values().find(|(text, _)| text.contains("94 suspected")).unwrap();
    assert!(locator.1.ends_with("#:~:text=94%20suspected%20smugglers%20in%20Turkey"));
}

#[test]
fn every_source_is_a_link_on_its_screen_and_in_its_panel() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let mut app = board(columns, rows);
        type_keys(&mut app, "5");
        let mut most = 0;
        for source in app.operation().sources.clone() {
            let found = links(&app);
            assert_eq!(found.len(), 1, "{found:?}");
            assert_eq!(found[&0].0, source.url.as_str());
            assert_eq!(page(&found[&0].1), source.url.as_str());
            type_keys(&mut app, "o");
            most = most.max(links(&app).len());
            type_keys(&mut app, "o j");
        }
        assert!(most > 3, "figures lead to their words");
    }
}

#[test]
fn an_address_in_several_lines_is_one_link_also_where_it_is_cut_by_scrolling() {
    let mut app = after(60, 16, "5 o");
    let whole = links(&app);
    let (text, address) = &whole[&0];
    assert!(text.len() > 60 && page(address) == text, "{text}");
    for _ in 0..4 {
        type_keys(&mut app, "j");
        for (id, (text, address)) in links(&app) {
            let before = whole.get(&id).map(|(_, address)| address);
            assert!(before.is_none_or(|before| *before == address), "the ids stay");
            assert!(id != 0 || whole[&0].0.ends_with(&text));
        }
    }
}

#[test]
fn what_lies_over_the_sources_hides_their_links() {
    let mut app = after(120, 40, "5");
    assert_eq!(links(&app).len(), 1);
    type_keys(&mut app, "?");
    assert!(links(&app).is_empty());
}
