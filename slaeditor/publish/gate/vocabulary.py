"""The words of the file formats themselves, which any handbook holds among its marks."""

from __future__ import annotations

_WORDS = """
    accent annotation annots appearance application archive artifact ascent association atkinson
    author basefont beginbfchar begincmap begincodespacerange bitspercomponent bleedbox border
    bounding browser calcchain capheight caption catalog category cellpadding center chapter
    character charset cidfont cidsysteminfo cidtogidmap classname cmapname cmaptype codespace
    colors colorspace colour colspan column columns comment comments component compression
    conformance consortium content contents contenttype copyright created creator cropbox
    currentdict custom decode decodeparms default defineresource descendantfonts descent
    description destination destoutputprofile details device devicecmyk devicegray devicergb
    differences direction display displaydoctitle docprops document documentation domain drawing
    drawingml drawings editor elements embedded encoding encrypt endbfchar endcodespacerange
    endobj endstream extended extends extension extgstate figure filter findresource firstchar
    flatedecode fontbbox fontdescriptor fontfamily fontfile fontfile2 fontfile3 fontname
    fontstretch fonttable fontweight footer footnote format foundation function generator google
    gradient graphics header headers heading height hyperlegible hyperlink hyperlinks
    ibmplexsans ibmplexserif iccbased identification identifier identity information instanceid
    integer intent internal international interpolate isolated italic italicangle itself
    javascript kerning knockout language lastchar latentstyles launch layout leading length
    license licensed linearized linked localhost lsdexception makeotfexe marked markinfo
    maxwidth mediabox medium metadata microsoft missingwidth modified modify namespace
    namespaceuri navigation nonstruct notesmaster notesmasters notesslide notesslides nowrap
    number numbering numbers object objstm obliqueslant office officedocument openxmlformats
    operations optional ordering outline outlines outputcondition outputconditionidentifier
    outputintent outputintents override packet padding pagelabels pagelayout pagemode pagination
    paragraph parent parentroot parenttree parenttreenextkey parsetype partname pattern
    pdfaextension pdfaid pdfaproperty pdfaschema pdfuaid permission pictures placement predictor
    prefix presentationml preserve printersettings producer product profile properties property
    purpose qformat reader reference registry regular relationship relationships rendering
    required reserved resource resources rights rolemap romanitalic rotate rowspan sanscopyright
    schema schemas section semibold semihidden settings shading shared sharedstrings sidebyside
    simplex single slidelayout slidelayouts slidemaster slidemasters slides software source
    sourcecodepro sourceserif spreadsheetml standard standards startxref stream string struct
    structelem structparent structparents structtreeroot structure styles stylesheet subfilter
    subject subtype summary supplement suspects symbolic syntax system tables tabular thickness
    thumbnail toolkit tounicode trailer transparency trapped trimbox truetype ttfautohint
    uipriority unhidewhenused unicode unifontforge usecmap usercolor valuetype vector version
    viewarea viewer viewerpreferences visibility visible websettings whitepoint widths window
    wordprocessingml workbook worksheet worksheets writer xmpmeta xobject xpacket
"""
FORMAT_WORDS = frozenset(_WORDS.split())
"""Long words of PDF, XMP, HTML, Office files and fonts; as marks of a format they tell nothing."""
