/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/compare-words.h"

#include "text-diff.h"

#include <glib/gi18n-lib.h>

/* Words that stayed are told in full only beside what changed. */
#define KEPT 140

/* The middle of a long run of words that stayed is left out. */
static char *
dup_shortened (const char *text, gboolean first, gboolean last)
{
  glong length = g_utf8_strlen (text, -1);
  glong before = first ? 0 : KEPT, after = last ? 0 : KEPT;
  g_autofree char *head = NULL, *tail = NULL;

  if (length <= before + after + KEPT)
    return g_strdup (text);
  head = g_utf8_substring (text, 0, before);
  tail = g_utf8_substring (text, length - after, length);
  return g_strconcat (head, before > 0 ? " … " : "… ", tail, after > 0 ? "" : "…", NULL);
}

static void
append_part (GString *markup, const AccordDiffPart *part, const char *escaped, const char *came,
             const char *went)
{
  if (part->kind == '-')
    g_string_append_printf (markup, "<span foreground=\"%s\" strikethrough=\"true\">%s</span>", went,
                            escaped);
  else if (part->kind == '+')
    g_string_append_printf (markup, "<span foreground=\"%s\" underline=\"single\" weight=\"bold\">%s</span>",
                            came, escaped);
  else
    g_string_append (markup, escaped);
}

/**
 * accord_compare_dup_markup:
 * @words: (element-type AccordDiffPart): what became of a text
 * @came: the colour of words that came, as Pango writes colours
 * @went: that of words that went
 *
 * Returns: (transfer full): both texts in one, as Pango markup: what went is struck through, what came
 * underlined, so that nobody needs the colours
 */
char *
accord_compare_dup_markup (GPtrArray *words, const char *came, const char *went)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const AccordDiffPart *part = words->pdata[i];
      g_autofree char *text =
          part->kind == ' ' ? dup_shortened (part->text, i == 0, i + 1 == words->len) : g_strdup (part->text);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      /* Words that went and those that came in their place are not one word. */
      if (i > 0 && part->kind == '+' && ((const AccordDiffPart *) words->pdata[i - 1])->kind == '-')
        g_string_append (markup, "\u2009");
      append_part (markup, part, escaped, came, went);
    }
  return g_string_free (markup, FALSE);
}

/**
 * accord_compare_row_dup_spoken:
 * @row: a difference
 *
 * Returns: (transfer full): it as somebody hears it who does not see lines through words
 */
char *
accord_compare_row_dup_spoken (const AccordCompareRow *row)
{
  const char *label = row->label != NULL ? row->label : row->title;
  const char *before = row->before != NULL ? row->before : _ ("nothing");
  const char *after = row->after != NULL ? row->after : _ ("nothing");
  GString *words = g_string_new (NULL);

  if (row->sort == '+')
    /* Translators: a record. */
    g_string_printf (words, _ ("%s: new"), row->title);
  else if (row->sort == '-')
    g_string_printf (words, _ ("%s: gone"), row->title);
  else
    /* Translators: a field, its value before and its value after. */
    g_string_printf (words, _ ("%s: was %s, is %s"), label, before, after);
  if (row->delta != NULL)
    /* Translators: by how much a figure differs. */
    g_string_append_printf (words, _ (", difference %s"), row->delta);
  if (row->npsv != NULL)
    /* Translators: what a difference does to the NPSV. */
    g_string_append_printf (words, _ (", effect on NPSV %s"), row->npsv);
  return g_string_free (words, FALSE);
}

static const char *
comma (GString *words)
{
  return words->len > 0 ? ", " : "";
}

/**
 * accord_compare_dup_summary:
 * @comparison: two versions held against each other
 *
 * Returns: (transfer full): in one sentence how far they differ; what is none is not
 *   counted
 */
char *
accord_compare_dup_summary (const AccordComparison *comparison)
{
  guint n[3] = { 0 };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const AccordCompareRow *row = comparison->rows->pdata[i];

      n[row->sort == '+' ? 1 : row->sort == '-' ? 2 : 0]++;
    }
  if (comparison->rows->len == 0)
    return g_strdup (_ ("Nothing differs between the two."));
  if (n[0] > 0)
    {
      g_string_append (words, comma (words));
      g_string_append_printf (words, ngettext ("%u field differs", "%u fields differ", n[0]), n[0]);
    }
  if (n[1] > 0)
    {
      g_string_append (words, comma (words));
      g_string_append_printf (words, ngettext ("%u record is new", "%u records are new", n[1]), n[1]);
    }
  if (n[2] > 0)
    {
      g_string_append (words, comma (words));
      g_string_append_printf (words, ngettext ("%u record is gone", "%u records are gone", n[2]), n[2]);
    }
  g_string_append_c (words, '.');
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * accord_compare_dup_colour:
 * @widget: a widget
 * @name: a colour of the style sheet
 *
 * Returns: (transfer full): the colour as it is in this look, as Pango writes colours
 */
char *
accord_compare_dup_colour (GtkWidget *widget, const char *name)
{
  GdkRGBA colour = { 0, 0, 0, 1 };

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour))
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  return g_strdup_printf ("#%02x%02x%02x", (guint) (colour.red * 255 + 0.5),
                          (guint) (colour.green * 255 + 0.5), (guint) (colour.blue * 255 + 0.5));
}
