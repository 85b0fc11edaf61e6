/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/record-card.h"

#include "form/form-model.h"
#include "form/page-parts.h"
#include "go.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a card shows without being asked for more. */
#define LONGEST_TITLE 3
#define SEPARATOR " · "

static const char *const tone_classes[] = { "said", "waiting", "cut" };

static gboolean
is_kind (AccordRecord *record, const char *kind)
{
  return g_str_equal (accord_record_get_kind (record)->name, kind);
}

static gboolean
is_open (AccordRecord *record)
{
  if (is_kind (record, "question"))
    return accord_record_get_text (record, "answer") == NULL;
  if (!is_kind (record, "caveat") && !is_kind (record, "action"))
    return FALSE;
  return g_strcmp0 (accord_record_get_text (record, "state"), "open") == 0;
}

static guint
count_open (const AccordTextPart *part)
{
  guint n = 0;

  for (guint i = 0; i < part->records->len; i++)
    n += is_open (part->records->pdata[i]);
  return n;
}

/**
 * accord_record_card_tone:
 * @part: a passage and its records
 *
 * Returns: what the colour of both is to say
 */
AccordPassageTone
accord_record_card_tone (const AccordTextPart *part)
{
  if (part->cut)
    return ACCORD_PASSAGE_CUT;
  return count_open (part) > 0 ? ACCORD_PASSAGE_OPEN : ACCORD_PASSAGE_SAID;
}

static gboolean
is_of_one_kind (const AccordTextPart *part)
{
  for (guint i = 1; i < part->records->len; i++)
    if (accord_record_get_kind (part->records->pdata[i]) != accord_record_get_kind (part->records->pdata[0]))
      return FALSE;
  return TRUE;
}

/* “Resolution 2”, “Recommendation”, “Strength”: the word that people use for it, with its number. */
static char *
dup_caption (AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  int type = is_kind (record, "resolution") || is_kind (record, "finding")
                 ? accord_kind_find_field (kind, "type")
                 : -1;
  g_autofree char *word =
      type >= 0 && !accord_record_is_empty (record, type) ? accord_record_dup_display (record, type) : NULL;
  int number = accord_kind_find_field (kind, is_kind (record, "option") ? "letter" : "number");
  g_autofree char *count = number >= 0 && !accord_record_is_empty (record, number)
                               ? accord_record_dup_display (record, number)
                               : NULL;
  const char *label = word != NULL ? word : _ (kind->label);

  return count != NULL ? g_strdup_printf ("%s %s", label, count) : g_strdup (label);
}

/**
 * accord_record_card_dup_kinds:
 * @part: a passage and its records
 *
 * Returns: (transfer full): what the records are, in a word or two
 */
char *
accord_record_card_dup_kinds (const AccordTextPart *part)
{
  AccordRecord *first = part->records->pdata[0];

  if (part->records->len == 1)
    return dup_caption (first);
  if (is_of_one_kind (part))
    return g_strdup_printf ("%s, %u", _ (accord_record_get_kind (first)->plural), part->records->len);
  return g_strdup_printf (g_dngettext (NULL, "%u record", "%u records of one passage", part->records->len),
                          part->records->len);
}

/**
 * accord_record_card_dup_state:
 * @text: a text with its records
 * @today: today as an ISO date
 *
 * Returns: (transfer full): everything that its cards show, to tell whether they still say the same
 */
char *
accord_record_card_dup_state (const AccordText *text, const char *today)
{
  GString *state = g_string_new (text->text);

  g_string_append_printf (state, "\n%s %s", today, text->source_title != NULL ? text->source_title : "");
  for (guint i = 0; i < text->sections->len; i++)
    {
      const AccordTextSection *section = text->sections->pdata[i];

      g_string_append_printf (state, "\n%s %d", section->label, section->cut);
    }
  for (guint i = 0; i < text->parts->len; i++)
    {
      const AccordTextPart *part = text->parts->pdata[i];

      g_string_append_printf (state, "\n%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %d", part->range.start,
                              part->range.end, part->cut);
      for (guint k = 0; k < part->records->len; k++)
        g_string_append_printf (state, "\n%s %" G_GINT64_FORMAT " %s",
                                accord_record_get_kind (part->records->pdata[k])->name,
                                accord_record_get_id (part->records->pdata[k]),
                                accord_record_get_modified (part->records->pdata[k]));
    }
  return g_string_free (state, FALSE);
}

static void
on_clicked (GtkWidget *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "accord-id");

  accord_go_to_record (button, g_object_get_data (G_OBJECT (button), "accord-kind"), *id);
}

static GtkWidget *
make_glyph (const AccordStatus *status)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", status->icon_name, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (image, status->style_class);
  return image;
}

static GtkWidget *
make_title (const char *title, const char *style_class, int lines)
{
  GtkWidget *label = accord_page_label (title, style_class);

  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* What is said of a record beside what the text and its card say already, for the kinds that meetings make.
 */
static const struct
{
  const char *kind;
  const char *fields[3];
} told[] = {
  { "resolution", { NULL } },
  { "endorsement", { "date", NULL } },
  { "action", { "owner", "due", NULL } },
  { "question", { "asked-by", "answered-by", NULL } },
  { "claim", { "said-by", NULL } },
  { "milestone", { "date", NULL } },
  { "finding", { "workstream", NULL } },
  { "option", { NULL } },
};

static char *
dup_told (AccordRecord *record, const char *const *fields)
{
  const AccordKind *kind = accord_record_get_kind (record);
  GString *line = g_string_new (NULL);

  for (; *fields != NULL; fields++)
    {
      g_autofree char *value = accord_form_dup_value (record, accord_kind_find_field (kind, *fields));

      if (value != NULL)
        g_string_append_printf (line, "%s%s", line->len > 0 ? SEPARATOR : "", value);
    }
  return g_string_free (line, FALSE);
}

static char *
dup_second (AccordRecord *record, const AccordStatus **status, const char *today, char **title)
{
  int source = accord_kind_find_field (accord_record_get_kind (record), "source");
  guint said;
  g_autofree char *words = NULL;

  *title = accord_form_dup_row_title (record, source, &said);
  *status = accord_form_status (record, today, &words);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (is_kind (record, told[i].kind))
      return dup_told (record, told[i].fields);
  return accord_form_dup_second_line (record, source, said, status, today);
}

static GtkWidget *
make_words (const char *caption, const char *title, const char *second, gboolean alone)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  if (caption != NULL)
    gtk_box_append (GTK_BOX (words), accord_page_label (caption, "caption-line"));
  gtk_box_append (GTK_BOX (words),
                  make_title (title, alone || caption != NULL ? "first-line" : NULL, LONGEST_TITLE));
  if (*second != '\0' && (alone || caption != NULL))
    gtk_box_append (GTK_BOX (words), make_title (second, "second-line", 2));
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

/* One record as the button that opens it. */
static GtkWidget *
make_row (AccordRecord *record, gboolean alone, const char *caption, const char *today)
{
  const AccordKind *kind = accord_record_get_kind (record);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const AccordStatus *status = NULL;
  g_autofree char *title = NULL;
  g_autofree char *second = dup_second (record, &status, today, &title);
  g_autofree char *name =
      g_strdup_printf ("%s: %s%s%s", _ (kind->label), title, *second != '\0' ? ", " : "", second);
  gint64 id = accord_record_get_id (record);

  if (status != NULL && !alone && caption == NULL)
    gtk_box_append (GTK_BOX (line), make_glyph (status));
  gtk_box_append (GTK_BOX (line), make_words (caption, title, second, alone));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "record-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "accord-kind", (gpointer) kind->name);
  g_object_set_data_full (G_OBJECT (button), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), NULL);
  return button;
}

static GtkWidget *
make_pill (const AccordTextPart *part, const char *today)
{
  static const AccordStatus cut = { "accord-status-overdue-symbolic", "overdue" };
  static const AccordStatus open = { "accord-status-open-symbolic", "open" };
  GtkWidget *pill = accord_status_pill_new ();
  guint n_open = count_open (part);
  g_autofree char *words = NULL;
  const AccordStatus *status = NULL;

  if (part->cut)
    accord_status_pill_show (ACCORD_STATUS_PILL (pill), &cut, _ ("Cut short"));
  else if (part->records->len > 1 && n_open > 0)
    {
      words = g_strdup_printf (g_dngettext (NULL, "%u open", "%u open", n_open), n_open);
      accord_status_pill_show (ACCORD_STATUS_PILL (pill), &open, words);
    }
  else if (part->records->len == 1)
    {
      status = accord_form_status (part->records->pdata[0], today, &words);
      accord_status_pill_show (ACCORD_STATUS_PILL (pill), status, words);
    }
  else
    accord_status_pill_show (ACCORD_STATUS_PILL (pill), NULL, NULL);
  gtk_widget_set_halign (pill, GTK_ALIGN_END);
  return pill;
}

static GtkWidget *
make_head (const AccordTextPart *part, guint number, const char *today)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *caption = accord_record_card_dup_kinds (part);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget *label = accord_page_label (caption, "caption-line");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (head, "record-card-head");
  if (part->range.match != ACCORD_PASSAGE_NOT_FOUND)
    gtk_box_append (GTK_BOX (head), accord_page_label (digits, "passage-number"));
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), make_pill (part, today));
  return head;
}

static char *
dup_heading (const AccordTextPart *part)
{
  AccordRecord *first = part->records->pdata[0];

  if (part->records->len < 2)
    return NULL;
  if (part->group != NULL)
    return g_strdup (part->group);
  return is_of_one_kind (part) && is_kind (first, "finding") ? dup_caption (first) : NULL;
}

static void
add_rows (GtkWidget *card, const AccordTextPart *part, const char *today)
{
  gboolean mixed = !is_of_one_kind (part);
  g_autofree char *heading = dup_heading (part);

  if (heading != NULL)
    {
      GtkWidget *label = accord_page_label (heading, "first-line");

      gtk_widget_add_css_class (label, "record-card-group");
      gtk_box_append (GTK_BOX (card), label);
    }
  for (guint i = 0; i < part->records->len; i++)
    {
      g_autofree char *caption = mixed ? dup_caption (part->records->pdata[i]) : NULL;

      gtk_box_append (GTK_BOX (card),
                      make_row (part->records->pdata[i], part->records->len == 1, caption, today));
    }
}

static void
add_doubt (GtkWidget *card, const AccordTextPart *part)
{
  g_autofree char *words = NULL;
  GtkWidget *label;

  if (part->cut)
    words = g_strdup (_ ("The published text stops here."));
  else if (part->range.match == ACCORD_PASSAGE_PART)
    words = g_strdup (_ ("Only a part of its words is in the text."));
  else if (part->range.match != ACCORD_PASSAGE_NOT_FOUND)
    return;
  else if (part->passage != NULL)
    /* Translators: %s is a sentence of a document. */
    words = g_strdup_printf (_ ("“%s”"), part->passage);
  else
    words = g_strdup (_ ("It names no words of the document."));
  label = make_title (words, "second-line", LONGEST_TITLE);
  gtk_widget_add_css_class (label, "record-card-words");
  gtk_box_append (GTK_BOX (card), label);
}

/**
 * accord_record_card_new:
 * @part: a passage and its records
 * @number: the number that both sides show
 * @today: today as an ISO date
 *
 * Returns: (transfer floating): a card with the records, each of which opens; a box to append to
 */
GtkWidget *
accord_record_card_new (const AccordTextPart *part, guint number, const char *today)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_autofree char *kinds = accord_record_card_dup_kinds (part);
  g_autofree char *name = NULL;

  if (part->range.match == ACCORD_PASSAGE_NOT_FOUND)
    name = g_strdup_printf (_ ("%s, whose words are not in the text"), kinds);
  else
    /* Translators: what records are, the number of a passage, and its words. */
    name = g_strdup_printf (_ ("%s, from passage %u: “%s”"), kinds, number, part->passage);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "record-card");
  gtk_widget_add_css_class (card, tone_classes[accord_record_card_tone (part)]);
  gtk_box_append (GTK_BOX (card), make_head (part, number, today));
  add_rows (card, part, today);
  add_doubt (card, part);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return card;
}

/**
 * accord_record_card_get_first:
 * @card: a card by accord_record_card_new()
 *
 * Returns: (transfer none) (nullable): the button that opens its first record
 */
GtkWidget *
accord_record_card_get_first (GtkWidget *card)
{
  for (GtkWidget *child = gtk_widget_get_first_child (card); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      return child;
  return NULL;
}
