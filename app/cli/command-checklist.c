/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "date.h"
#include "five-case-review.h"
#include "lookup.h"
#include "text-table.h"

typedef struct
{
  AccordRun *run;
  AccordReviewChange *change;
} Wanted;

static gint64
find_case (AccordReader *reader, AccordRun *run, GError **error)
{
  return accord_reader_resolve (reader, accord_schema_find_kind (run->schema, "case"), run->arguments[0],
                                error);
}

static gpointer
read_review (AccordReader *reader, gpointer data, GError **error)
{
  gint64 id = find_case (reader, data, error);

  return id > 0 ? accord_case_review_read (reader, id, 0, error) : NULL;
}

/* --- Words. */

static void
write_line (AccordOutput *output, const char *indent, const char *first, const char *second)
{
  g_autofree char *one = accord_terminal_line (first);
  g_autofree char *other = accord_terminal_line (second);

  /* Translators: what it is, then how it stands. */
  accord_output_printf (output, _ ("%s%s: %s"), indent, one, other);
  accord_output_write (output, "\n", 1);
}

static const char *
finding_label (AccordRecord *answer)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (answer), "state");
  const char *label = accord_field_choice_label (field, accord_record_get_text (answer, "state"));

  return label != NULL ? _ (label) : _ ("not answered");
}

static char *
dup_answer (AccordRecord *answer)
{
  g_autoptr (GString) words = g_string_new (answer != NULL ? finding_label (answer) : _ ("not answered"));
  const char *note = answer != NULL ? accord_record_get_text (answer, "note") : NULL;
  const char *reviewer = answer != NULL ? accord_record_get_text (answer, "reviewer") : NULL;
  const char *reviewed = answer != NULL ? accord_record_get_text (answer, "reviewed") : NULL;

  if (reviewer != NULL)
    g_string_append_printf (words, ", %s", reviewer);
  if (reviewed != NULL)
    {
      g_autofree char *date = accord_date_format (reviewed);

      g_string_append_printf (words, ", %s", date);
    }
  if (note != NULL)
    g_string_append_printf (words, " – %s", note);
  return g_strdup (words->str);
}

static void
write_section (AccordOutput *output, const AccordReviewSection *section, const AccordReviewPart *part)
{
  g_autofree char *words = accord_review_section_dup_words (section, part);

  write_line (output, "  ", _ (section->section->label), words);
  for (guint i = 0; i < section->facts->len; i++)
    {
      const AccordCaseFact *fact = section->facts->pdata[i];

      write_line (output, "    ", accord_fact_state_get_label (fact->state), fact->words);
    }
  for (guint i = 0; i < section->answers->len; i++)
    {
      const AccordReviewAnswer *answer = section->answers->pdata[i];
      g_autofree char *found = dup_answer (answer->record);
      g_autofree char *asked =
          g_strdup_printf ("[%s] %s", answer->question->choice->value, _ (answer->question->choice->label));

      write_line (output, "    ", asked, found);
    }
}

static void
write_text (AccordOutput *output, const AccordCaseReview *review)
{
  g_autofree char *title = accord_record_dup_title (review->record);
  g_autofree char *progress = accord_case_review_dup_progress (review);

  write_line (output, "", title, progress);
  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    {
      const AccordReviewPart *part = &review->parts[i];
      g_autofree char *words = accord_review_part_dup_progress (part);

      accord_output_write (output, "\n", 1);
      accord_output_heading (output, accord_five_case_get_label (part->five));
      accord_output_printf (output, " – %s\n", words);
      for (guint j = 0; j < part->sections->len; j++)
        write_section (output, part->sections->pdata[j], part);
    }
}

/* --- JSON. */

static void
json_facts (AccordJson *json, const AccordReviewSection *section)
{
  accord_json_key (json, "facts");
  accord_json_begin_array (json);
  for (guint i = 0; i < section->facts->len; i++)
    {
      const AccordCaseFact *fact = section->facts->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "fact", fact->code);
      accord_json_member_string (json, "state", accord_fact_state_get_code (fact->state));
      accord_json_member_string (json, "words", fact->words);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
json_answers (AccordJson *json, const AccordReviewSection *section)
{
  static const char *const fields[] = { "state", "note", "reviewer", "reviewed" };

  accord_json_key (json, "questions");
  accord_json_begin_array (json);
  for (guint i = 0; i < section->answers->len; i++)
    {
      const AccordReviewAnswer *answer = section->answers->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "question", answer->question->choice->value);
      accord_json_member_string (json, "words", _ (answer->question->choice->label));
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        accord_json_member_string (json, fields[j],
                                   answer->record != NULL ? accord_record_get_text (answer->record, fields[j])
                                                          : NULL);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
json_part (AccordJson *json, const AccordReviewPart *part)
{
  accord_json_begin_object (json);
  accord_json_member_string (json, "case", accord_five_case_get_field (part->five));
  accord_json_member_int (json, "written", part->n_written);
  accord_json_member_int (json, "answered", part->n_answered);
  accord_json_member_int (json, "asked", part->n_questions);
  accord_json_key (json, "sections");
  accord_json_begin_array (json);
  for (guint i = 0; i < part->sections->len; i++)
    {
      const AccordReviewSection *section = part->sections->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "section", section->section->code);
      accord_json_member_string (json, "label", _ (section->section->label));
      accord_json_member_string (json, "state", accord_section_state_get_code (section->state));
      accord_json_member_string (json, "heading", section->heading);
      accord_json_member_int (json, "words", section->n_words);
      json_facts (json, section);
      json_answers (json, section);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
  accord_json_end_object (json);
}

static void
write_json (AccordOutput *output, const AccordCaseReview *review)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_object (&json);
  accord_json_member_int (&json, "id", accord_record_get_id (review->record));
  accord_json_member_string (&json, "name", accord_record_get_text (review->record, "name"));
  accord_json_member_int (&json, "sections", review->n_sections);
  accord_json_member_int (&json, "written", review->n_written);
  accord_json_member_int (&json, "asked", review->n_questions);
  accord_json_member_int (&json, "answered", review->n_answered);
  accord_json_key (&json, "cases");
  accord_json_begin_array (&json);
  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    json_part (&json, &review->parts[i]);
  accord_json_end_array (&json);
  accord_json_end_object (&json);
  accord_output_write (output, "\n", 1);
}

/* --- An answer. */

static gboolean
is_finding (AccordSchema *schema, const char *word)
{
  const AccordField *field = accord_kind_get_field (accord_schema_find_kind (schema, "answer"), "state");

  return accord_field_choice_label (field, word) != NULL;
}

/* "strategic-scope=met"; nothing after the sign takes the answer back. */
static AccordReviewChange *
parse_answer (AccordRun *run, GError **error)
{
  g_autoptr (AccordReviewChange) change = g_new0 (AccordReviewChange, 1);
  const char *sign = strchr (run->options->answer, '=');
  g_autofree char *shown = accord_terminal_line (run->options->answer);

  change->question = g_strndup (run->options->answer, sign != NULL ? sign - run->options->answer : 0);
  change->state = sign != NULL && sign[1] != '\0' ? g_strdup (sign + 1) : NULL;
  if (sign == NULL || accord_review_question_find (change->question) == NULL
      || (change->state != NULL && !is_finding (run->schema, change->state)))
    {
      g_set_error (
          error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
          _ ("“%s” is no answer; the form is QUESTION=met, partly, not-met or not-applicable, with a "
             "question such as strategic-scope."),
          shown);
      return NULL;
    }
  change->note = g_strdup (run->options->note);
  change->reviewer = g_strdup (run->options->reviewer);
  if (change->state == NULL && change->note == NULL)
    return g_steal_pointer (&change);
  change->reviewed = accord_cli_dup_today (run->options->date, error);
  return change->reviewed != NULL ? g_steal_pointer (&change) : NULL;
}

static gboolean
write_answer (AccordWriter *writer, gpointer data, GError **error)
{
  Wanted *wanted = data;

  wanted->change->business_case = find_case (accord_writer_get_reader (writer), wanted->run, error);
  return wanted->change->business_case > 0 && accord_review_change_write (writer, wanted->change, error);
}

static AccordExit
keep_answer (AccordRun *run, GError **error)
{
  g_autoptr (AccordReviewChange) answer = parse_answer (run, error);
  g_autoptr (AccordChange) change = NULL;
  Wanted wanted = { run, answer };

  if (answer == NULL)
    return ACCORD_EXIT_USAGE;
  change = accord_workspace_write (run->workspace, _ ("Answer a question of the checklist"), write_answer,
                                   &wanted, run->cancellable, error);
  return change != NULL ? ACCORD_EXIT_DONE : ACCORD_EXIT_BROKEN;
}

/**
 * accord_command_checklist:
 * @run: the run
 * @error: return location for an error
 *
 * Tells how complete a business case is and what its reviewers found, after keeping an answer where one is
 * given.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_checklist (AccordRun *run, GError **error)
{
  g_autoptr (AccordCaseReview) review = NULL;

  if (run->options->answer == NULL
      && (run->options->note != NULL || run->options->reviewer != NULL || run->options->date != NULL))
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                           _ ("A note, a reviewer and a date belong to an answer: --answer is missing."));
      return ACCORD_EXIT_USAGE;
    }
  if (run->options->answer != NULL)
    {
      AccordExit exit = keep_answer (run, error);

      if (exit != ACCORD_EXIT_DONE)
        return exit;
    }
  review = accord_workspace_read (run->workspace, read_review, run, run->cancellable, error);
  if (review == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->json)
    write_json (run->output, review);
  else
    write_text (run->output, review);
  return ACCORD_EXIT_DONE;
}
