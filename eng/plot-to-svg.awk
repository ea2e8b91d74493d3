# Takes one line plot out of a report and writes it as a picture of its own: title, legend, axes and lines as the report has them, on white.
# Markers stay behind, since the list that names them does.
#
#   awk -v title='Step from' -f eng/plot-to-svg.awk report.html    the first plot whose title begins with these words

# The report is well-formed XML: what stands between two of its tags can be cut out as text.
function between(text, from, to,    start) {
    start = index(text, from)
    if (start == 0) return ""
    text = substr(text, start + length(from))
    return substr(text, 1, index(text, to) - 1)
}

function legend(caption, right,    count, keys, i, name, x, drawn) {
    count = split(caption, keys, /<span class="key">/)
    x = right - (count - 1) * KEY_WIDTH
    for (i = 2; i <= count; i++) {
        name = between(keys[i], "</svg>", "</span>")
        gsub(/[\r\n]/, "", name)
        drawn = drawn sprintf("<svg x=\"%d\" y=\"13\" width=\"30\" height=\"8\">%s</svg><text x=\"%d\" y=\"21\">%s</text>\n",
            x, between(keys[i], "height=\"8\">", "</svg>"), x + 36, name)
        x += KEY_WIDTH
    }
    return drawn
}

BEGIN { WIDTH = 840; LEFT = 54; RIGHT = 20; TOP = 50; BOTTOM = 26; KEY_WIDTH = 80 }

# The rules for what is inside a drawing; those for its place on the page stay behind.
/^ *svg [.a-z]/ { style = style $0 "\n" }
{ page = page $0 "\n" }

END {
    start = index(page, "<span class=\"what\">" title)
    if (start == 0) {
        print "plot-to-svg: no plot with the title " title > "/dev/stderr"
        exit 1
    }
    figure = substr(page, start)
    figure = substr(figure, 1, index(figure, "</figure>") - 1)
    inside = between(figure, "<div class=\"frame\">", "</div>")
    gsub(/<line class="marker"[^>]*>/, "", inside)
    gsub(/<text class="marker"[^>]*>[^<]*<\/text>/, "", inside)
    height = between(inside, "height=\"", "\"")
    inner = WIDTH - LEFT - RIGHT
    sub(/class="inside"/, sprintf("x=\"%d\" y=\"%d\" width=\"%d\" overflow=\"visible\"", LEFT, TOP, inner), inside)
    sub(/^\n+/, "", inside)
    printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n", WIDTH, height + TOP + BOTTOM, WIDTH, height + TOP + BOTTOM
    printf "<style>\n%ssvg .title{font-size:13px;font-weight:600}\n</style>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n", style
    printf "<text class=\"title\" x=\"10\" y=\"21\">%s</text>\n%s%s</svg>\n", between(figure, "<span class=\"what\">", "</span>"), legend(figure, WIDTH - 10), inside
}
