/* The output intent: sRGB as an ICC profile made here (ISO 15076-1 in its
 * second version, ICC.1:2001-04, which PDF/A-1 asks for). */

#include "8_formats/pdf/pdf_parts.h"

#define CONDITION "sRGB IEC61966-2.1"
#define HEADER_SIZE 128
#define TAG_ENTRY_SIZE 12
#define VERSION 0x02100000u

/* Linear light of each of 256 values of a channel, IEC 61966-2-1, 5.2, of
 * 65535. */
static const uint16_t curve[256] = {
    0, 20, 40, 60, 80, 99, 119, 139, 159, 179, 199, 219, 241, 264, 288, 313,
    340, 367, 396, 427, 458, 491, 526, 562, 599, 637, 677, 718, 761, 805, 851,
    898, 947, 997, 1048, 1101, 1156, 1212, 1270, 1330, 1391, 1453, 1517, 1583,
    1651, 1720, 1790, 1863, 1937, 2013, 2090, 2170, 2250, 2333, 2418, 2504,
    2592, 2681, 2773, 2866, 2961, 3058, 3157, 3258, 3360, 3464, 3570, 3678,
    3788, 3900, 4014, 4129, 4247, 4366, 4488, 4611, 4736, 4864, 4993, 5124,
    5257, 5392, 5530, 5669, 5810, 5953, 6099, 6246, 6395, 6547, 6700, 6856,
    7014, 7174, 7335, 7500, 7666, 7834, 8004, 8177, 8352, 8528, 8708, 8889,
    9072, 9258, 9445, 9635, 9828, 10022, 10219, 10417, 10619, 10822, 11028,
    11235, 11446, 11658, 11873, 12090, 12309, 12530, 12754, 12980, 13209,
    13440, 13673, 13909, 14146, 14387, 14629, 14874, 15122, 15371, 15623,
    15878, 16135, 16394, 16656, 16920, 17187, 17456, 17727, 18001, 18277,
    18556, 18837, 19121, 19407, 19696, 19987, 20281, 20577, 20876, 21177,
    21481, 21787, 22096, 22407, 22721, 23038, 23357, 23678, 24002, 24329,
    24658, 24990, 25325, 25662, 26001, 26344, 26688, 27036, 27386, 27739,
    28094, 28452, 28813, 29176, 29542, 29911, 30282, 30656, 31033, 31412,
    31794, 32179, 32567, 32957, 33350, 33745, 34143, 34544, 34948, 35355,
    35764, 36176, 36591, 37008, 37429, 37852, 38278, 38706, 39138, 39572,
    40009, 40449, 40891, 41337, 41785, 42236, 42690, 43147, 43606, 44069,
    44534, 45002, 45473, 45947, 46423, 46903, 47385, 47871, 48359, 48850,
    49344, 49841, 50341, 50844, 51349, 51858, 52369, 52884, 53401, 53921,
    54445, 54971, 55500, 56032, 56567, 57105, 57646, 58190, 58737, 59287,
    59840, 60396, 60955, 61517, 62082, 62650, 63221, 63795, 64372, 64952,
    65535,
};

/* CIE XYZ under D50 in 1/65536: the white of the display, and the primaries,
 * which add up to it but for rounding. */
static const uint32_t white[] = { 0xF6D6, 0x10000, 0xD32D };
static const uint32_t red[] = { 0x6FA2, 0x38F5, 0x0390 };
static const uint32_t green[] = { 0x6299, 0xB785, 0x18DA };
static const uint32_t blue[] = { 0x24A0, 0x0F84, 0xB6CF };

static void add(struct buffer *out, uint32_t value, size_t size)
{
    while (size-- > 0)
        buffer_add_char(out, (char)(value >> (8 * size) & 0xFF));
}

static void add_name(struct buffer *out, const char name[5])
{
    buffer_add(out, name, 4);
}

/* 6.5.12: ASCII alone, without its forms in Unicode and in Macintosh code. */
static void add_description(struct buffer *out)
{
    add_name(out, "desc");
    add(out, 0, 4);
    add(out, sizeof CONDITION, 4);
    buffer_add(out, CONDITION, sizeof CONDITION);
    add(out, 0, 4);
    add(out, 0, 4);
    add(out, 0, 3);
    for (unsigned i = 0; i < 67; i++)
        add(out, 0, 1);
}

static void add_copyright(struct buffer *out)
{
    static const char text[] = "No copyright, use freely";

    add_name(out, "text");
    add(out, 0, 4);
    buffer_add(out, text, sizeof text);
}

static void add_colour(struct buffer *out, const uint32_t colour[3])
{
    add_name(out, "XYZ ");
    add(out, 0, 4);
    for (unsigned i = 0; i < 3; i++)
        add(out, colour[i], 4);
}

static void add_curve(struct buffer *out)
{
    add_name(out, "curv");
    add(out, 0, 4);
    add(out, sizeof curve / sizeof *curve, 4);
    for (size_t i = 0; i < sizeof curve / sizeof *curve; i++)
        add(out, curve[i], 2);
}

/* What stands behind the table of tags, each from a multiple of 4 on. */
struct tag {
    char name[5];
    void (*write)(struct buffer *out);      /* NULL: a colour */
    const uint32_t *colour;
    bool is_last;               /* the same bytes as the tag before it */
};

static const struct tag tags[] = {
    { "desc", add_description, NULL, false },
    { "cprt", add_copyright, NULL, false },
    { "wtpt", NULL, white, false },
    { "rXYZ", NULL, red, false },
    { "gXYZ", NULL, green, false },
    { "bXYZ", NULL, blue, false },
    { "rTRC", add_curve, NULL, false },
    { "gTRC", add_curve, NULL, true },
    { "bTRC", add_curve, NULL, true },
};
#define TAG_COUNT (sizeof tags / sizeof *tags)

/* Where a tag's bytes stand among all of them. */
struct span {
    size_t at, length;
};

static void add_tags(struct buffer *out, struct span spans[TAG_COUNT])
{
    for (size_t i = 0; i < TAG_COUNT; i++) {
        if (tags[i].is_last) {
            spans[i] = spans[i - 1];
            continue;
        }
        spans[i].at = out->length;
        if (tags[i].write)
            tags[i].write(out);
        else
            add_colour(out, tags[i].colour);
        spans[i].length = out->length - spans[i].at;
        add(out, 0, (4 - out->length % 4) % 4);
    }
}

/* 6.1; no date: every run makes the same bytes. */
static void add_header(struct buffer *out, size_t size)
{
    add(out, (uint32_t)size, 4);
    add(out, 0, 4);
    add(out, VERSION, 4);
    add_name(out, "mntr");
    add_name(out, "RGB ");
    add_name(out, "XYZ ");
    add(out, 2000, 2);                  /* 1 January 2000, 0:00:00 */
    add(out, 1, 2);
    add(out, 1, 2);
    for (unsigned i = 0; i < 3; i++)
        add(out, 0, 2);
    add_name(out, "acsp");
    for (unsigned i = 0; i < 7; i++)
        add(out, 0, 4);
    add(out, 0xF6D6, 4);                /* D50 */
    add(out, 0x10000, 4);
    add(out, 0xD32D, 4);
    for (unsigned i = 0; i < 12; i++)
        add(out, 0, 4);
}

static void add_profile(struct buffer *out)
{
    struct buffer bytes = BUFFER_EMPTY;
    struct span spans[TAG_COUNT];
    size_t start = HEADER_SIZE + 4 + TAG_COUNT * TAG_ENTRY_SIZE;

    add_tags(&bytes, spans);
    add_header(out, start + bytes.length);
    add(out, TAG_COUNT, 4);
    for (size_t i = 0; i < TAG_COUNT; i++) {
        add_name(out, tags[i].name);
        add(out, (uint32_t)(start + spans[i].at), 4);
        add(out, (uint32_t)spans[i].length, 4);
    }
    buffer_add(out, buffer_string(&bytes), bytes.length);
    out->failed = out->failed || bytes.failed;
    buffer_free(&bytes);
}

uint32_t pdf_intent_write(struct pdf *pdf)
{
    struct buffer profile = BUFFER_EMPTY;
    uint32_t stream = objects_reserve(&pdf->objects, 1);
    uint32_t number = objects_reserve(&pdf->objects, 1);

    add_profile(&profile);
    objects_stream(&pdf->objects, stream, "/N 3", &profile, STREAM_DEFLATED);
    buffer_free(&profile);
    struct buffer *out = objects_open(&pdf->objects, number);
    buffer_printf(out, "<</Type/OutputIntent/S/GTS_PDFA1"
        "/OutputConditionIdentifier(" CONDITION ")"
        "/RegistryName(http://www.color.org)/Info(" CONDITION ")"
        "/DestOutputProfile %u 0 R>>", stream);
    objects_close(&pdf->objects);
    return number;
}
