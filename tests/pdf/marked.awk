# Of a PDF file as qpdf --qdf writes it: what is drawn outside of all marks of
# content, and marks that do not match.  Nothing where all is well.

/^%% Contents for page/ { is_next = 1 }
$0 == "stream" && is_next { is_stream = 1; is_next = depth = 0; next }
$0 == "endstream" {
    if (is_stream && depth != 0)
        print "line " NR ": " depth " marks are open at the end"
    is_stream = 0
}
!is_stream { next }
/BDC$/ { depth++ }
$0 == "EMC" { depth-- }
depth < 0 { print "line " NR ": EMC without BDC"; depth = 0 }
/(^| )(TJ|Tj|S|f|B|Do|sh)$|\]TJ$/ && depth == 0 {
    print "line " NR ": drawn outside of a mark: " substr($0, 1, 40)
}
