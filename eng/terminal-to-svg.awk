# Draws what "tmux capture-pane -e -p" gives as SVG. Run with LC_ALL=C: it counts UTF-8 characters itself, a cell for each.
# Variables: columns, rows.

BEGIN {
    cell = 8.4; line = 18; size = 14; edge = 12
    for (i = 0; i < 256; i++) code[sprintf("%c", i)] = i
    split("484f58 ff7b72 3fb950 d29922 58a6ff bc8cff 39c5cf b1bac4", dark, " ")
    split("8b949e ffa198 56d364 e3b341 79c0ff f0a6ff 56d4dd ffffff", bright, " ")
    width = columns * cell + 2 * edge; height = rows * line + 2 * edge
    printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"The live view of gravistore in a terminal\">\n", width, height
    printf "<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#0d1117\"/>\n", width, height
    printf "<g font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,monospace\" font-size=\"%d\" fill=\"#e6edf3\">\n", size
}

# A run of characters of one style; each run is set to its exact width, whatever the font.
function flush_run(    x, y) {
    if (run_cells > 0) {
        x = edge + run_start * cell; y = edge + NR * line - 5
        if (ground != "") printf "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"#%s\"/>\n", x, y - 13, run_cells * cell, line, ground
        printf "<text x=\"%.1f\" y=\"%.1f\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\"%s%s>%s</text>\n", x, y, run_cells * cell, ink == "" ? "" : " fill=\"#" ink "\"", bold ? " font-weight=\"bold\"" : "", run
    }
    run = ""; run_start += run_cells; run_cells = 0
}

function style(codes,    part, count, i, c) {
    count = split(codes == "" ? "0" : codes, part, ";")
    for (i = 1; i <= count; i++) {
        c = part[i] + 0
        if (c == 0) { ink = ""; ground = ""; bold = 0 }
        else if (c == 1) bold = 1
        else if (c == 22) bold = 0
        else if (c == 39) ink = ""
        else if (c == 49) ground = ""
        else if (c >= 30 && c <= 37) ink = dark[c - 29]
        else if (c >= 90 && c <= 97) ink = bright[c - 89]
        else if (c >= 40 && c <= 47) ground = dark[c - 39]
        else if (c >= 100 && c <= 107) ground = bright[c - 99]
    }
}

{
    run = ""; run_start = 0; run_cells = 0
    text = $0
    while (text != "") {
        if (match(text, /^\033\[[0-9;]*m/)) {
            flush_run()
            style(substr(text, 3, RLENGTH - 3))
            text = substr(text, RLENGTH + 1)
            continue
        }
        byte = substr(text, 1, 1); text = substr(text, 2)
        # Viewers differ in what they do to blanks: every word has a place of its own.
        if (byte == " " && ground == "") { flush_run(); run_start++; continue }
        if (byte == " ") byte = "\302\240"
        run = run (byte == "&" ? "&amp;" : byte == "<" ? "&lt;" : byte == ">" ? "&gt;" : byte)
        if (length(byte) > 1 || code[byte] < 128 || code[byte] > 191) run_cells++
    }
    flush_run()
}

END { print "</g>\n</svg>" }
