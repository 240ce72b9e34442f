# Deeds after words: the five hypotheses of README.md, from the tables of one run.
#
# Rscript scenarios/study/analysis.R [FOLDER]       needs nanoparquet or arrow; analysis.py and analysis.jl do the same, line by line

arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) > 0) arguments[1] else "output/study"
stop_plainly <- function(...) { message(...); quit(status = 1) }
if (!file.exists(file.path(folder, "survey.parquet")))
  stop_plainly("There is no survey.parquet in ", folder, ". First: onfoot run scenarios/study/study.toml")
has <- function(package) requireNamespace(package, quietly = TRUE)
if (!has("nanoparquet") && !has("arrow")) stop_plainly("This needs a reader of Parquet. First: install.packages(\"nanoparquet\")")
table_of <- function(name)
  as.data.frame((if (has("nanoparquet")) nanoparquet::read_parquet else arrow::read_parquet)(file.path(folder, paste0(name, ".parquet"))))
survey <- table_of("survey"); events <- table_of("events"); series <- table_of("series")

# The outcome: mean answer of each life; a row for each replicate, a column for each arm and survey. A life that failed falls out of all arms.
survey <- survey[!is.na(survey$trust_leader), ]
days <- sort(unique(survey$day)); before <- days[1]; month <- days[2]; year <- days[3]; late <- days[4]
cells <- tapply(survey$trust_leader, list(survey$replicate, paste(survey$arm, survey$day)), mean)
cells <- cells[complete.cases(cells), , drop = FALSE]
lives <- nrow(cells)
answers <- survey[survey$arm == "twin" & survey$day == before, ]
sd_answers <- mean(tapply(answers$trust_leader, answers$replicate, sd))             # between people, before the breach

# Checks: before the breach every arm is its twin; then each arm has its breaches and its repairs.
events <- events[events$replicate %in% rownames(cells), ]
breaches <- events[events$id %in% "breach", ]; repairs <- events[events$event %in% "repair", ]
trust <- series[series$scope == "organisation" & series$measure == "trust" & series$referent %in% "leader", ]
trust <- trust[trust$day < min(breaches$day), c("arm", "replicate", "day", "value")]
pairs <- merge(trust, trust[trust$arm == "twin", ], by = c("replicate", "day"), suffixes = c("", "_twin"))
cat(sprintf("Lives of each arm: %d. Before the breach an arm differs from its twin by at most %.6f.\n", lives, max(abs(pairs$value - pairs$value_twin))))
cat(sprintf("One standard deviation (SD) of people's answers before the breach: %.3f on the scale from 1 to 5.\n\n", sd_answers))
cat(sprintf("%-20s%10s%10s%10s%10s%10s%10s\n", "a life, mean", "breaches", "repairs", "before", "month", "year", "late"))
for (arm in sort(unique(survey$arm), method = "radix")) {
  row <- c(sum(breaches$arm == arm) / lives, sum(repairs$arm == arm) / lives)
  row <- c(row, colMeans(cells[, paste(arm, days), drop = FALSE]))
  cat(sprintf("%-20s%s\n", arm, paste(sprintf("%10.3f", row), collapse = "")))
}

gain <- function(kind, more, less, day)                                             # paired: one difference for each life
  cells[, paste0(kind, "-", more, " ", day)] - cells[, paste0(kind, "-", less, " ", day)]

gains <- function(more, less, day)                                                  # mean of both kinds of breach, in SD
  (gain("competence", more, less, day) + gain("integrity", more, less, day)) / 2 / sd_answers

share <- function(kind, more, less, day) {                                          # of the fall: a ratio of two means, made linear
  won <- gain(kind, more, less, day); fall <- cells[, paste("twin", month)] - cells[, paste0(kind, "-silence ", month)]
  ratio <- mean(won) / mean(fall)
  ratio + (won - ratio * fall) / mean(fall)
}

hypotheses <- list(
  list("H1 words help", "SD", 0.20, gains("words", "silence", month)),
  list("H2 deeds help beyond words", "SD", 0.20, gains("both", "words", year)),
  list("H3 more after lack of skill", "fall", 0.10, share("competence", "both", "words", year) - share("integrity", "both", "words", year)),
  list("H4 more when promised", "SD", 0.10, gains("both", "words", year) - gains("deeds", "silence", year)),
  list("H5 it stays", "SD", 0.20, gains("both", "words", late)))
cat(sprintf("\n%-30s%-6s%10s%10s%10s%10s%8s  verdict\n", "hypothesis", "unit", "smallest", "estimate", "low", "high", "needed"))
for (h in hypotheses) {
  smallest <- h[[3]]; x <- h[[4]]
  estimate <- mean(x); half <- 1.96 * sd(x) / sqrt(lives)                           # luck only: 95 % for this model and these defaults
  needed <- ceiling(lives * (half / (smallest / 10))^2)                             # lives for a half width of a tenth of `smallest`
  verdict <- if (estimate - half > smallest) "supported" else if (estimate + half < smallest) "not supported" else "undecided"
  cat(sprintf("%-30s%-6s%10.3f%10.3f%10.3f%10.3f%8.0f  %s\n", h[[1]], h[[2]], smallest, estimate, estimate - half, estimate + half, needed, verdict))
}
