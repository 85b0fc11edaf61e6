/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/passage-view-private.h"

#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

/* The indents of lists, in pixels of the usual text. */
#define NUMBER_INDENT 30
#define BULLET_INDENT 16

/* How many lines of text are made for each passage that is shown. */
#define LINES_FOR_EACH 8

static guint
count_shown (AccordPassageView *self)
{
  return MIN (self->text->parts->len, self->limit);
}

/* Up to where the text is shown: of a long one as far as the passages that are. */
static gsize
find_end (AccordPassageView *self)
{
  guint n = count_shown (self);
  const AccordTextPart *next = n < self->text->parts->len ? self->text->parts->pdata[n] : NULL;

  return next != NULL && next->range.match != ACCORD_PASSAGE_NOT_FOUND ? next->range.start : G_MAXSIZE;
}

static void
add_heading (AccordPassageView *self, const AccordTextSection *section)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", section->label, "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  AccordPassageLine line = { label, .start = section->start, .end = section->start, .heading = TRUE };

  gtk_widget_add_css_class (label, "section-title");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  g_array_append_val (self->lines, line);
}

/* What a screen reader says of a line beside its words: which passages begin in it. */
static void
describe_line (AccordPassageView *self, const AccordPassageLine *line)
{
  GString *passages = g_string_new (NULL);

  for (guint i = 0; i < count_shown (self); i++)
    {
      const AccordTextPart *part = self->text->parts->pdata[i];
      g_autofree char *kinds = NULL;

      if (part->range.match == ACCORD_PASSAGE_NOT_FOUND || part->range.start < line->start
          || part->range.start >= line->end)
        continue;
      kinds = accord_record_card_dup_kinds (part);
      /* Translators: the number of a passage, and what was made of it. */
      g_string_append_printf (passages, _ ("%sPassage %u: %s"), passages->len > 0 ? "; " : "", i + 1, kinds);
    }
  if (passages->len > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line->label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    passages->str, -1);
  g_string_free (passages, TRUE);
}

static void
add_line (AccordPassageView *self, const AccordParagraph *paragraph, gboolean cut)
{
  const char *text = self->text->text;
  g_autofree char *words = g_strndup (text + paragraph->words, paragraph->end - paragraph->words);
  AccordPassageLine line = { accord_page_label (words, NULL), .start = paragraph->words,
                             .end = paragraph->end, .cut = cut };

  gtk_label_set_selectable (GTK_LABEL (line.label), TRUE);
  if (paragraph->form == ACCORD_PARAGRAPH_LEFT_OUT)
    gtk_widget_add_css_class (line.label, "dim-label");
  if (paragraph->form == ACCORD_PARAGRAPH_LISTED)
    {
      g_autofree char *mark = g_strndup (text + paragraph->start, paragraph->words - paragraph->start);

      line.mark = accord_page_label (paragraph->level > 0 ? "•" : g_strchomp (mark), NULL);
      gtk_label_set_wrap (GTK_LABEL (line.mark), FALSE);
      gtk_widget_set_parent (line.mark, GTK_WIDGET (self));
      line.indent = NUMBER_INDENT + (paragraph->level > 0 ? BULLET_INDENT : 0);
      if (paragraph->level > 0)
        gtk_label_set_xalign (GTK_LABEL (line.mark), 0.75);
    }
  gtk_widget_set_parent (line.label, GTK_WIDGET (self));
  describe_line (self, &line);
  g_array_append_val (self->lines, line);
}

static void
make_lines (AccordPassageView *self)
{
  gsize end = find_end (self);
  gboolean left = FALSE;

  for (guint i = 0; i < self->text->sections->len; i++)
    {
      const AccordTextSection *section = self->text->sections->pdata[i];
      g_autoptr (GArray) paragraphs = accord_paragraphs (self->text->text, section->start, section->end);

      if (section->label != NULL && section->start <= end && !left)
        add_heading (self, section);
      for (guint k = 0; k < paragraphs->len; k++)
        {
          const AccordParagraph *paragraph = &g_array_index (paragraphs, AccordParagraph, k);

          left = left || paragraph->start > end || self->lines->len >= self->limit * LINES_FOR_EACH;
          if (!left)
            add_line (self, paragraph, section->cut && k == paragraphs->len - 1);
        }
    }
  gtk_widget_set_visible (self->more, left || count_shown (self) < self->text->parts->len);
}

static void
make_bands (AccordPassageView *self, const char *today)
{
  static const char *const tones[] = { "said", "waiting", "cut" };

  for (guint i = 0; i < count_shown (self); i++)
    {
      const AccordTextPart *part = self->text->parts->pdata[i];
      g_autofree char *digits = g_strdup_printf ("%u", i + 1);
      g_autofree char *kinds = accord_record_card_dup_kinds (part);
      /* Translators: the number of a passage, its words, and what was made of it. */
      g_autofree char *name = g_strdup_printf (_ ("Passage %u, “%s”: %s"), i + 1,
                                               part->passage != NULL ? part->passage : "", kinds);
      AccordPassageBand band = { gtk_button_new_with_label (digits),
                                 accord_record_card_new (part, i + 1, today), accord_record_card_tone (part),
                                 -1 };

      gtk_widget_add_css_class (band.number, "passage-mark");
      gtk_widget_add_css_class (band.number, tones[band.tone]);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (band.number), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (band.number), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_parent (band.card, GTK_WIDGET (self));
      gtk_widget_set_parent (band.number, GTK_WIDGET (self));
      g_array_append_val (self->bands, band);
    }
}

static void
make_head (AccordPassageView *self)
{
  guint n = self->text->n_records, lost = self->text->n_lost;
  g_autofree char *count = NULL;

  if (n == 0)
    count = g_strdup (_ ("None yet: nothing in this text was made into a record"));
  else if (lost == 0)
    count = g_strdup_printf (
        g_dngettext (NULL, "%u, tied to its sentence", "%u, each tied to its sentence", n), n);
  else
    /* Translators: how many records there are, how many of them are tied to a sentence. */
    count = g_strdup_printf (_ ("%u, of which %u are tied to a sentence"), n, n - lost);
  accord_page_empty_box (self->head);
  gtk_box_append (GTK_BOX (self->head),
                  g_object_new (GTK_TYPE_LABEL, "label", _ ("Records found"), "xalign", 0.0, "css-classes",
                                (const char *const[]){ "section-title", NULL }, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_HEADING, NULL));
  gtk_box_append (GTK_BOX (self->head), accord_page_label (count, "second-line"));
}

/**
 * accord_passage_view_build:
 * @self: a view with a text and no widgets for it yet
 * @today: today as an ISO date
 *
 * Makes the lines of the text, the numbers and the cards.
 */
void
accord_passage_view_build (AccordPassageView *self, const char *today)
{
  make_lines (self);
  make_bands (self, today);
  make_head (self);
}
