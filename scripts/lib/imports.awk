# Checks `import` lines against scripts/imports.txt: awk -f imports.awk scripts/imports.txt FILE.swift...
# Prints file:line and what to do; exits 1 when something was found.
FNR == 1 { table = (FILENAME == ARGV[1]) }

table && /^[ \t]*(#|$)/ { next }
table && $1 ~ /\// {
  if (NF < 3) report(FILENAME ":" FNR, "an exception needs its reason after the import")
  allowed[$1, $2] = 1
  next
}
table {
  known[$1] = 1
  for (i = 2; i <= NF; i++) allowed[$1, $i] = 1
  next
}

FNR == 1 {
  split(FILENAME, part, "/")
  module = part[2]
  if (!(module in known)) report(FILENAME ":1", "module " module " has no line in scripts/imports.txt; add one")
}
/^[ \t]*(@[A-Za-z_]+(\([^)]*\))?[ \t]+)*((public|package|internal|fileprivate|private)[ \t]+)?import[ \t]+[A-Za-z_]/ {
  name = $0
  sub(/[ \t]*\/\/.*/, "", name)
  sub(/^.*import[ \t]+/, "", name)
  sub(/^(struct|class|enum|protocol|typealias|func|let|var)[ \t]+/, "", name)
  sub(/[.;: \t].*/, "", name)
  if (!((module, name) in allowed) && !((FILENAME, name) in allowed))
    report(FILENAME ":" FNR, module " may not import " name "; move the code down or up, or change scripts/imports.txt")
}

function report(place, text) { print place ": " text; found = 1 }
END { exit found }
