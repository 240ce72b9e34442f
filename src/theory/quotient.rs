//! # Trust quotient

crate::theory::parameters! {
    /// Parameters of the trust quotient.
    Quotient {
        even: 2.0 in 0.2 .. 10.0, "quotient", Assumed, "model.md section 3", "The quotient at which a person would as soon trust as not.", "Het quotiënt waarbij iemand even graag wel als niet vertrouwt.";
    }
}
