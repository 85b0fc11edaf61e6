/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/checklist-part.h"

#include "case/pair.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "status.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FEW_CHARS 20
/* What a case says has two parts of five, what is asked of it three. */
#define WORDS_PART 2
#define PARTS 5

/* What stands in place of a section, and is filled anew: its words at the left. */
typedef struct
{
  GtkWidget *words;
  GPtrArray *rows;
} Section;

/* One of the five cases: a line that says how far it is, and once it is opened its sections, each with what
 * the records tell and the questions beside it. */
struct _AccordChecklistPart
{
  GtkWidget parent_instance;

  GtkWidget *line;
  GtkWidget *arrow;
  GtkWidget *progress;
  GtkWidget *body;
  GPtrArray *sections;

  AccordWorkspace *workspace;
  AccordFiveCase five;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (AccordChecklistPart, accord_checklist_part, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
section_free (gpointer data)
{
  Section *self = data;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
on_row_edited (AccordChecklistRow *row, AccordChecklistPart *self)
{
  g_signal_emit (self, signals[EDITED], 0, row);
}

static void
on_clicked (AccordChecklistPart *self)
{
  accord_checklist_part_set_open (self, !self->open);
  g_signal_emit (self, signals[OPENED], 0);
}

static const AccordStatus *
status_of_section (AccordSectionState state)
{
  static const AccordStatus statuses[] = {
    { "accord-status-open-symbolic", "unknown" },
    { "accord-status-open-symbolic", "open" },
    { "accord-status-answered-symbolic", "answered" },
    { "accord-status-accepted-symbolic", "accepted" },
  };

  return &statuses[state];
}

static const AccordStatus *
status_of_fact (AccordFactState state)
{
  static const AccordStatus statuses[] = {
    { "accord-status-unknown-symbolic", "unknown" },
    { "accord-status-overdue-symbolic", "overdue" },
    { "accord-status-answered-symbolic", "answered" },
    { "accord-status-accepted-symbolic", "accepted" },
  };

  return &statuses[state];
}

static GtkWidget *
make_glyph_line (const AccordStatus *status, const char *said, GtkWidget *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", status->icon_name, "valign", GTK_ALIGN_START,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  gtk_widget_add_css_class (image, status->style_class);
  gtk_widget_add_css_class (image, "glyph");
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_set_tooltip_text (image, said);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), words);
  return line;
}

static GtkWidget *
make_label (const char *text, const char *style_class)
{
  GtkWidget *label = accord_page_label (text, style_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), FEW_CHARS);
  return label;
}

static const char *
said_of_section (AccordSectionState state)
{
  switch (state)
    {
    case ACCORD_SECTION_WRITTEN:
      return _ ("Written");
    case ACCORD_SECTION_PROMISED:
      return _ ("Promised");
    case ACCORD_SECTION_EMPTY:
      return _ ("Empty");
    case ACCORD_SECTION_MISSING:
    default:
      return _ ("Missing");
    }
}

static GtkWidget *
make_words (const AccordReviewSection *section, const AccordReviewPart *part)
{
  GtkWidget *words = accord_words_new (4);
  GtkWidget *head = accord_words_new (1);
  g_autofree char *state = accord_review_section_dup_words (section, part);

  accord_words_append (head, make_label (_ (section->section->label), "first-line"));
  accord_words_append (head, make_label (state, "second-line"));
  accord_words_append (
      words, make_glyph_line (status_of_section (section->state), said_of_section (section->state), head));
  for (guint i = 0; i < section->facts->len; i++)
    {
      const AccordCaseFact *fact = section->facts->pdata[i];

      accord_words_append (words, make_glyph_line (status_of_fact (fact->state),
                                                   accord_fact_state_get_label (fact->state),
                                                   make_label (fact->words, "fact")));
    }
  return words;
}

static void
accord_checklist_part_dispose (GObject *object)
{
  AccordChecklistPart *self = ACCORD_CHECKLIST_PART (object);

  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_checklist_part_parent_class)->dispose (object);
}

static void
accord_checklist_part_class_init (AccordChecklistPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_checklist_part_dispose;

  /**
   * AccordChecklistPart::edited:
   * @row: a question
   *
   * It was opened or closed, or something was changed in it.
   */
  signals[EDITED] = g_signal_new ("edited", ACCORD_TYPE_CHECKLIST_PART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, ACCORD_TYPE_CHECKLIST_ROW);

  /**
   * AccordChecklistPart::opened:
   *
   * A person opened or closed it, and what it shows may have to be filled.
   */
  signals[OPENED] = g_signal_new ("opened", ACCORD_TYPE_CHECKLIST_PART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "checklistpart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_checklist_part_init (AccordChecklistPart *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

static void
make_line (AccordChecklistPart *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = accord_words_new (1);

  self->line = gtk_button_new ();
  gtk_widget_add_css_class (self->line, "flat");
  gtk_widget_add_css_class (self->line, "card-line");
  self->arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-end-symbolic", "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->progress = make_label (NULL, "second-line");
  accord_words_append (words, make_label (accord_five_case_get_label (self->five), "first-line"));
  accord_words_append (words, self->progress);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (content), self->arrow);
  gtk_box_append (GTK_BOX (content), words);
  gtk_button_set_child (GTK_BUTTON (self->line), content);
  g_signal_connect_object (self->line, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
}

/**
 * accord_checklist_part_new:
 * @workspace: where records are kept
 * @five: one of the five cases
 *
 * Returns: (transfer floating): a part of the checklist, closed
 */
GtkWidget *
accord_checklist_part_new (AccordWorkspace *workspace, AccordFiveCase five)
{
  AccordChecklistPart *self = g_object_new (ACCORD_TYPE_CHECKLIST_PART, NULL);

  self->workspace = g_object_ref (workspace);
  self->five = five;
  make_line (self);
  self->body = accord_words_new (0);
  gtk_widget_add_css_class (self->body, "part-body");
  gtk_widget_hide (self->body);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accord_five_case_get_label (five), -1);
  return GTK_WIDGET (self);
}

/* The sections are made when they are first seen: nobody opens all five. */
static void
make_sections (AccordChecklistPart *self, const AccordReviewPart *part)
{
  self->sections = g_ptr_array_new_with_free_func (section_free);
  for (guint i = 0; i < part->sections->len; i++)
    {
      const AccordReviewSection *described = part->sections->pdata[i];
      Section *section = g_new0 (Section, 1);
      GtkWidget *questions = accord_words_new (0);
      GtkWidget *pair;

      section->words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      section->rows = g_ptr_array_new ();
      for (guint j = 0; j < described->answers->len; j++)
        {
          GtkWidget *row = accord_checklist_row_new (self->workspace);

          g_signal_connect_object (row, "edited", G_CALLBACK (on_row_edited), self, 0);
          g_ptr_array_add (section->rows, row);
          accord_words_append (questions, row);
        }
      gtk_widget_set_visible (questions, described->answers->len > 0);
      pair = accord_pair_new (section->words, questions);
      accord_pair_set_share (ACCORD_PAIR (pair), WORDS_PART, PARTS);
      gtk_widget_add_css_class (pair, "part-section");
      accord_words_append (self->body, pair);
      g_ptr_array_add (self->sections, section);
    }
}

static void
fill_sections (AccordChecklistPart *self, AccordCaseReview *review, const char *today)
{
  const AccordReviewPart *part = &review->parts[self->five];

  if (self->sections == NULL)
    make_sections (self, part);
  for (guint i = 0; i < part->sections->len; i++)
    {
      const AccordReviewSection *described = part->sections->pdata[i];
      Section *section = self->sections->pdata[i];
      GtkWidget *words = make_words (described, part);

      gtk_widget_set_hexpand (words, TRUE);
      accord_page_empty_box (section->words);
      gtk_box_append (GTK_BOX (section->words), words);
      for (guint j = 0; j < described->answers->len; j++)
        accord_checklist_row_show (section->rows->pdata[j], review, described->answers->pdata[j], today);
    }
}

/**
 * accord_checklist_part_show:
 * @self: a part
 * @review: the review of a business case
 * @today: today as an ISO date
 *
 * Shows how far the part is and, where it is open, all of it. What a person is typing stays.
 */
void
accord_checklist_part_show (AccordChecklistPart *self, AccordCaseReview *review, const char *today)
{
  const AccordReviewPart *part = &review->parts[self->five];
  g_autofree char *progress = accord_review_part_dup_progress (part);
  g_autofree char *name = NULL;

  g_return_if_fail (ACCORD_IS_CHECKLIST_PART (self));

  gtk_label_set_label (GTK_LABEL (self->progress), progress);
  name = g_strdup_printf ("%s, %s", accord_five_case_get_label (self->five), progress);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->line), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self->open)
    fill_sections (self, review, today);
}

/**
 * accord_checklist_part_set_open:
 * @self: a part
 * @open: whether its sections are seen
 */
void
accord_checklist_part_set_open (AccordChecklistPart *self, gboolean open)
{
  g_return_if_fail (ACCORD_IS_CHECKLIST_PART (self));

  /* What is being typed is not folded away. */
  if (!open && accord_checklist_part_get_dirty (self))
    return;
  self->open = open;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->line), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  gtk_widget_set_visible (self->body, open);
}

static AccordChecklistRow *
find_row (AccordChecklistPart *self, gboolean (*wanted) (AccordChecklistRow *))
{
  for (guint i = 0; self->sections != NULL && i < self->sections->len; i++)
    {
      const Section *section = self->sections->pdata[i];

      for (guint j = 0; j < section->rows->len; j++)
        if (wanted (section->rows->pdata[j]))
          return section->rows->pdata[j];
    }
  return NULL;
}

/**
 * accord_checklist_part_find_edited:
 * @self: a part
 *
 * Returns: (transfer none) (nullable): the question that is being answered
 */
AccordChecklistRow *
accord_checklist_part_find_edited (AccordChecklistPart *self)
{
  return find_row (self, accord_checklist_row_is_editing);
}

gboolean
accord_checklist_part_get_dirty (AccordChecklistPart *self)
{
  return find_row (self, accord_checklist_row_get_dirty) != NULL;
}

/**
 * accord_checklist_part_close_others:
 * @self: a part
 * @row: (nullable): the question that stays open
 *
 * Closes every other question, unless something was typed there.
 */
void
accord_checklist_part_close_others (AccordChecklistPart *self, AccordChecklistRow *row)
{
  for (guint i = 0; self->sections != NULL && i < self->sections->len; i++)
    {
      const Section *section = self->sections->pdata[i];

      for (guint j = 0; j < section->rows->len; j++)
        if (section->rows->pdata[j] != row && accord_checklist_row_is_editing (section->rows->pdata[j])
            && !accord_checklist_row_get_dirty (section->rows->pdata[j]))
          accord_checklist_row_close (section->rows->pdata[j]);
    }
}

/**
 * accord_checklist_part_forget:
 * @self: a part
 *
 * Closes it and forgets what was typed, for another case than before.
 */
void
accord_checklist_part_forget (AccordChecklistPart *self)
{
  AccordChecklistRow *row;

  g_return_if_fail (ACCORD_IS_CHECKLIST_PART (self));

  while ((row = accord_checklist_part_find_edited (self)) != NULL)
    accord_checklist_row_close (row);
  accord_checklist_part_set_open (self, FALSE);
}
