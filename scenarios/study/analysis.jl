# Deeds after words: the five hypotheses of README.md, from the tables of one run.
#
# julia scenarios/study/analysis.jl [FOLDER]        needs Parquet2 and DataFrames; analysis.py and analysis.R do the same, line by line
using DataFrames, Parquet2, Printf, Statistics

folder = isempty(ARGS) ? "output/study" : ARGS[1]
if !isfile(joinpath(folder, "survey.parquet"))
    println(stderr, "There is no survey.parquet in $folder. First: onfoot run scenarios/study/study.toml")
    exit(1)
end
table_of(name, columns) = dropmissing(DataFrame(Parquet2.Dataset(joinpath(folder, name * ".parquet")))[:, columns])
survey = table_of("survey", ["replicate", "arm", "day", "trust_leader"])
events = table_of("events", ["replicate", "arm", "day", "event", "id"])             # with an id: those of the scenario, not of chance
series = table_of("series", ["replicate", "arm", "day", "scope", "measure", "referent", "value"])

# The outcome: mean answer of each life; a row for each replicate, a column for each arm and survey. A life that failed falls out of all arms.
before, month, year, late = sort(unique(survey.day))
survey.cell = string.(survey.arm, " ", survey.day)
cells = dropmissing(unstack(combine(groupby(survey, [:replicate, :cell]), :trust_leader => mean => :answer), :replicate, :cell, :answer))
lives = nrow(cells)
answers = survey[(survey.arm .== "twin") .& (survey.day .== before), :]
sd = mean(combine(groupby(answers, :replicate), :trust_leader => std => :sd).sd)    # between people, before the breach

# Checks: before the breach every arm is its twin; then each arm has its breaches and its repairs.
events = events[in.(events.replicate, Ref(cells.replicate)), :]
breaches, repairs = events[events.id .== "breach", :], events[events.event .== "repair", :]
trust = series[(series.scope .== "organisation") .& (series.measure .== "trust") .& (series.referent .== "leader"), :]
trust = trust[trust.day .< minimum(breaches.day), [:arm, :replicate, :day, :value]]
twin = rename(trust[trust.arm .== "twin", [:replicate, :day, :value]], :value => :value_twin)
paired = innerjoin(trust, twin, on = [:replicate, :day])
@printf("Lives of each arm: %d. Before the breach an arm differs from its twin by at most %.6f.\n", lives, maximum(abs.(paired.value .- paired.value_twin)))
@printf("One standard deviation (SD) of people's answers before the breach: %.3f on the scale from 1 to 5.\n\n", sd)
@printf("%-20s%10s%10s%10s%10s%10s%10s\n", "a life, mean", "breaches", "repairs", "before", "month", "year", "late")
for arm in sort(unique(survey.arm))
    row = [count(==(arm), breaches.arm) / lives, count(==(arm), repairs.arm) / lives]
    append!(row, [mean(cells[!, "$arm $day"]) for day in (before, month, year, late)])
    @printf("%-20s%10.3f%10.3f%10.3f%10.3f%10.3f%10.3f\n", arm, row...)
end

gain(kind, more, less, day) =                                                       # paired: one difference for each life
    cells[!, "$kind-$more $day"] .- cells[!, "$kind-$less $day"]

gains(more, less, day) =                                                            # mean of both kinds of breach, in SD
    (gain("competence", more, less, day) .+ gain("integrity", more, less, day)) ./ 2 ./ sd

function share(kind, more, less, day)                                               # of the fall: a ratio of two means, made linear
    won, fall = gain(kind, more, less, day), cells[!, "twin $month"] .- cells[!, "$kind-silence $month"]
    ratio = mean(won) / mean(fall)
    return ratio .+ (won .- ratio .* fall) ./ mean(fall)
end

hypotheses = [
    ("H1 words help", "SD", 0.20, gains("words", "silence", month)),
    ("H2 deeds help beyond words", "SD", 0.20, gains("both", "words", year)),
    ("H3 more after lack of skill", "fall", 0.10, share("competence", "both", "words", year) .- share("integrity", "both", "words", year)),
    ("H4 more when promised", "SD", 0.10, gains("both", "words", year) .- gains("deeds", "silence", year)),
    ("H5 it stays", "SD", 0.20, gains("both", "words", late)),
]
@printf("\n%-30s%-6s%10s%10s%10s%10s%8s  verdict\n", "hypothesis", "unit", "smallest", "estimate", "low", "high", "needed")
for (name, unit, smallest, x) in hypotheses
    estimate, half = mean(x), 1.96 * std(x) / sqrt(lives)                           # luck only: 95 % for this model and these defaults
    needed = ceil(Int, lives * (half / (smallest / 10))^2)                          # lives for a half width of a tenth of `smallest`
    verdict = estimate - half > smallest ? "supported" : estimate + half < smallest ? "not supported" : "undecided"
    @printf("%-30s%-6s%10.3f%10.3f%10.3f%10.3f%8d  %s\n", name, unit, smallest, estimate, estimate - half, estimate + half, needed, verdict)
end
