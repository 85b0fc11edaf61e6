/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/passage-layout.h"

#include <string.h>

/* A group of cards that touch each other, and the place that suits them together best. */
typedef struct
{
  guint n;
  double wish;
} Pool;

static double
wish_of (const AccordPassagePlace *place)
{
  double middle = (place->top + place->bottom) / 2;

  /* A card beside a passage that is higher begins where the passage does not: in its middle. */
  return middle - place->height / 2;
}

static guint
count_found (const AccordPassagePlace *places, guint n_places)
{
  guint n = 0;

  while (n < n_places && places[n].top >= 0)
    n++;
  return n;
}

/**
 * accord_passage_layout:
 * @places: (array length=n_places): passages in the order of the text, those that are not found last
 * @n_places: how many
 * @first: the least y of a card
 * @gap: between cards
 * @reach: the way up or down that a band can go before it is steep
 *
 * Puts each card as near to its passage as the others let it: no two overlap, their order stays, and the
 * squares of the distances add up to the least there can be.
 *
 * Returns: where the last card ends, or @first without any
 */
double
accord_passage_layout (AccordPassagePlace *places, guint n_places, double first, double gap, double reach)
{
  guint n_found = count_found (places, n_places);
  g_autofree Pool *pools = g_new (Pool, n_found + 1);
  guint n_pools = 0;
  double before = 0, end = first;
  guint at = 0;

  for (guint i = 0; i < n_found; i++)
    {
      pools[n_pools++] = (Pool){ 1, wish_of (&places[i]) - before };
      before += places[i].height + gap;
      while (n_pools > 1 && pools[n_pools - 1].wish < pools[n_pools - 2].wish)
        {
          Pool *last = &pools[n_pools - 2], *next = &pools[n_pools - 1];

          last->wish = (last->wish * last->n + next->wish * next->n) / (last->n + next->n);
          last->n += next->n;
          n_pools--;
        }
    }
  before = 0;
  for (guint k = 0; k < n_pools; k++)
    for (guint i = 0; i < pools[k].n; i++, at++)
      {
        places[at].y = MAX (pools[k].wish, first) + before;
        before += places[at].height + gap;
        end = places[at].y + places[at].height;
        places[at].steep =
            ABS (places[at].y + places[at].height / 2 - (places[at].top + places[at].bottom) / 2)
            > reach + (places[at].height + places[at].bottom - places[at].top) / 2;
      }
  for (; at < n_places; at++)
    {
      places[at].y = end + (at > 0 ? gap : 0);
      places[at].steep = FALSE;
      end = places[at].y + places[at].height;
    }
  return end;
}

static gboolean
is_bullet (gunichar c)
{
  return c == 0xb7 || c == 0x2022 || c == 0x2023 || c == 0x25aa || c == 0x25cf || c == 0xf0b7;
}

/* The length of a number or letter of a list: "1.", "(iv)", "c)". */
static gsize
number_length (const char *line)
{
  gsize opened = *line == '(' ? 1 : 0;
  gsize digits = strspn (line + opened, "0123456789");
  gsize length = opened + (digits > 0 ? digits : strspn (line + opened, "ivx"));

  if (length == opened && g_ascii_islower (line[opened]))
    length++;
  if (length == opened || length > 6 || strchr (opened > 0 ? ")" : ".)", line[length]) == NULL
      || line[length] == '\0')
    return 0;
  return line[length + 1] == ' ' || line[length + 1] == '\t' ? length + 1 : 0;
}

static void
read_form (const char *line, gsize length, AccordParagraph *paragraph)
{
  gsize mark = is_bullet (g_utf8_get_char (line)) ? g_utf8_next_char (line) - line : number_length (line);

  if (length == strlen ("…") && strncmp (line, "…", length) == 0)
    paragraph->form = ACCORD_PARAGRAPH_LEFT_OUT;
  else if (mark > 0 && mark < length)
    {
      paragraph->form = ACCORD_PARAGRAPH_LISTED;
      paragraph->level = is_bullet (g_utf8_get_char (line)) ? 1 : 0;
      paragraph->words += mark + strspn (line + mark, " \t");
    }
}

/**
 * accord_paragraphs:
 * @text: a text
 * @start: a byte of it
 * @end: a byte of it after @start
 *
 * Returns: (transfer full) (element-type AccordParagraph): the lines between the two, without the empty ones
 */
GArray *
accord_paragraphs (const char *text, gsize start, gsize end)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (AccordParagraph));

  while (start < end)
    {
      const char *newline = memchr (text + start, '\n', end - start);
      gsize stop = newline != NULL ? (gsize) (newline - text) : end;
      AccordParagraph paragraph = { 0 };

      paragraph.start = start;
      paragraph.end = stop;
      while (paragraph.start < paragraph.end && g_unichar_isspace (g_utf8_get_char (text + paragraph.start)))
        paragraph.start = g_utf8_next_char (text + paragraph.start) - text;
      while (paragraph.end > paragraph.start && g_ascii_isspace (text[paragraph.end - 1]))
        paragraph.end--;
      paragraph.words = paragraph.start;
      if (paragraph.end > paragraph.start)
        {
          read_form (text + paragraph.start, paragraph.end - paragraph.start, &paragraph);
          g_array_append_val (paragraphs, paragraph);
        }
      start = stop + 1;
    }
  return paragraphs;
}
