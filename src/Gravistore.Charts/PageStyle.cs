namespace Gravistore.Charts;

/// <summary>The style of a document: plain, dense, black on white, readable at 390 pixels and on A4.</summary>
internal static class PageStyle
{
    public const string Css = """

        :root{color-scheme:light}
        *{box-sizing:border-box}
        body{margin:0;background:#fff;color:#1a1a1a;font:14px/1.45 system-ui,"Segoe UI",Roboto,"Helvetica Neue","DejaVu Sans",Arial,sans-serif;-webkit-text-size-adjust:100%}
        main{max-width:1120px;margin:0 auto;padding:20px 24px 48px}
        h1{font-size:23px;line-height:1.2;margin:0 0 4px}
        h2{font-size:17px;margin:34px 0 8px;padding-bottom:3px;border-bottom:1.5px solid #1a1a1a;break-after:avoid}
        h3{font-size:14px;margin:14px 0 4px;break-after:avoid}
        p{margin:4px 0 8px;max-width:88ch}
        .lead{font-size:15px;color:#333}
        .facts{color:#444;font-size:13px;max-width:none}
        .verdict{display:inline-block;font-weight:700;font-size:15px;letter-spacing:.04em;padding:2px 12px;border:2px solid;margin:8px 0 4px}
        .verdict.pass{color:#005c44}
        .verdict.fail{color:#fff;background:#a32a00;border-color:#a32a00}
        .note{color:#444;font-size:13px}
        code,pre{font:12.5px/1.4 ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace}
        pre{background:#f4f4f4;border:1px solid #ccc;padding:8px 10px;margin:6px 0;white-space:pre-wrap;overflow-wrap:anywhere}
        figure{margin:10px 0 16px;break-inside:avoid}
        figcaption{margin-bottom:4px;display:flex;flex-wrap:wrap;gap:2px 18px;justify-content:space-between}
        .what{font-weight:600}
        .legend{display:flex;flex-wrap:wrap;gap:1px 14px;font-size:12px;color:#333}
        .key{display:inline-flex;align-items:center;gap:5px}
        .frame{padding:16px 10px 20px 54px}
        .frame.named{padding-right:52px}
        svg.inside{display:block;width:100%;overflow:visible}
        svg.inside>svg{overflow:hidden}
        svg text{font:11px system-ui,"Segoe UI",Roboto,"DejaVu Sans",Arial,sans-serif;fill:#333}
        svg .grid{stroke:#ddd;stroke-width:1;shape-rendering:crispEdges}
        svg .grid.zero{stroke:#888}
        svg .unit{font-weight:600}
        svg line.marker{stroke:#999;stroke-width:1;stroke-dasharray:1 2}
        svg text.marker{font-size:10px;fill:#555}
        svg text.level{font-size:10.5px;paint-order:stroke;stroke:#fff;stroke-width:3px}
        svg text.excess{font-size:9px;fill:#d55e00}
        svg text.name{font-size:10.5px;font-weight:600}
        svg .line{fill:none;stroke-linejoin:round;stroke-linecap:round;vector-effect:non-scaling-stroke}
        svg .line[stroke-dasharray]{stroke-linecap:butt}
        svg .band{stroke:#777;stroke-width:.6}
        svg .inband{font-size:10.5px;fill:#1a1a1a;paint-order:stroke;stroke:#fff;stroke-width:2.5px}
        svg .inband.light{fill:#fff;stroke:none}
        svg .stem{fill:#8fb8d6}
        svg .branch{fill:#b8b8b8}
        svg .gate{stroke:#1a1a1a;stroke-width:1.2;stroke-dasharray:4 2}
        svg .flowname{font-size:11.5px}
        svg .flowname.main{font-weight:700;fill:#1a1a1a}
        .flow svg{display:block;max-width:100%}
        .pair{display:grid;grid-template-columns:352px minmax(0,1fr);gap:0 40px;align-items:start}
        .cards{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 28px}
        .card{break-inside:avoid}
        .card h3{border-bottom:1px solid #bbb}
        .card figure{margin:4px 0 6px}
        .card figcaption{font-size:12px}
        .scroll{overflow-x:auto;margin:6px 0 14px}
        table{border-collapse:collapse;font-size:13px;line-height:1.35}
        th{text-align:left;font-weight:600;border-bottom:1.5px solid #1a1a1a;padding:2px 14px 2px 0;vertical-align:bottom}
        td{border-bottom:1px solid #ddd;padding:2px 14px 2px 0;vertical-align:top}
        tr{break-inside:avoid}
        td.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        td.right,th.right{text-align:right}
        td.right{white-space:nowrap}
        td.nowrap{white-space:nowrap}
        td.mono{font:12px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
        td.good{color:#005c44;font-weight:700;white-space:nowrap}
        td.bad{color:#a32a00;font-weight:700;white-space:nowrap}
        td.quiet{color:#555}
        .columns{columns:2;column-gap:40px}
        .columns .scroll{overflow:visible;margin:0 0 10px}
        .columns h3{margin-top:0}
        table.params{table-layout:fixed;width:100%}
        table.params th:first-child{width:48%}
        .steps{font-size:12.5px;color:#333;margin:0 0 10px;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:0 18px}
        @media (max-width:760px){
        main{padding:14px 14px 40px}
        .pair,.cards{grid-template-columns:minmax(0,1fr)}
        .columns{columns:1}
        .frame{padding-left:48px}
        .frame.named{padding-right:44px}
        h1{font-size:20px}
        td,th{padding-right:9px}
        table.tight{font-size:12px}
        table.tight td,table.tight th{padding-right:6px}
        }
        @media (max-width:480px){.optional{display:none}}
        @media print{
        @page{size:A4;margin:14mm 13mm}
        body{font-size:9.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        main{max-width:none;padding:0}
        h2{margin-top:18px}
        table{font-size:8.5pt}
        td.mono{font-size:7.5pt}
        td,th{padding-right:9px}
        pre{background:#fff}
        .scroll{overflow:visible}
        .pair{grid-template-columns:330px minmax(0,1fr);gap:0 16px}
        .cards{grid-template-columns:repeat(2,minmax(0,1fr));gap:0 18px}
        .columns{columns:2}
        }

        """;
}
