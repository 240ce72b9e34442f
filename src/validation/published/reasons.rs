//! # Why findings are missed
//!
//! Reasons that more than one finding has.

use crate::text::{Text, text};

/// Why a finding is missed that was met by the laws before the last fit was overtaken.
pub(super) const NOT_FITTED_AGAIN: Text = text(
    "not fitted again since acquaintance builds trust and people differ as questionnaires find",
    "niet opnieuw gefit sinds omgang vertrouwen opbouwt en mensen verschillen zoals vragenlijsten vinden",
);

/// Why a direction is missed that is there.
pub(super) const TOO_SMALL: Text = text(
    "the direction is there, but the effect is smaller than a tenth of a standard deviation",
    "de richting klopt, maar het effect is kleiner dan een tiende standaardafwijking",
);
