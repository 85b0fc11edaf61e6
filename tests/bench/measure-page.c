/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "html-reader.h"
#include "page.h"
#include "read.h"

#include <gio/gio.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <sys/resource.h>

/* How many times as long as libxml2's own parse alone a page's reading may take. */
#define PARSE_TIMES 2.0
/* How many times its own size reading a page may take in memory. */
#define MEMORY_TIMES 8.0

#define ITEMS 40
#define PARAGRAPHS 12

static const struct
{
  const char *form;
  const char *name;
} forms[] = { { "html", "memory-html" }, { "xml", "memory-xml" }, { "text", "memory-text" } };

static const char words[] =
    "The Board considered a joint report of the partners which set\nout the proposals for new "
    "models of health and social care, developed with\nthe public&#8217;s advice; the cost "
    "would be &pound;19.2 million over three years.";

/* An item as modern.gov writes it, minutes out of a word processor and all. */
static void
append_item (GString *page, guint number, guint n_paragraphs)
{
  g_string_append_printf (
      page,
      "<tr><td class=\"mgItemNumberCol\"><p  class=\"mgAiTitleTxt\" ><a "
      "name=\"AI%u\"></a>%u.</p></td>\n<td><p  "
      "class=\"mgAiTitleTxt\" ><a  class=\"mgAiTitleLnk\"   href=\"documents/s%u/Report.pdf\"  "
      "title=\"Link&#32;to&#32;document\">Report %u <span  class=\"mgFileSize\" ><img height=\"12\" "
      "src=\"mgimages/logo-pdf-1.gif\" alt=\"pdf icon\" /> PDF 301 KB</span></a></p>\n<p  "
      "class=\"mgSubItemTitleTxt\" >Minutes:</p>\n<div class=\"mgWordPara\"><div class=\"WordSection1\">\n",
      number, number, number, number);
  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (
        page,
        "<p class=\"MsoNormal\" style=\"text-align:justify\"><span style=\"font-family:"
        "&quot;Arial&quot;,sans-serif\">%s</span></p>\n<p class=\"MsoNormal\"><span>&nbsp;</span>"
        "</p>\n",
        words);
  g_string_append (page,
                   "<p class=\"MsoNormal\"><b><span>RESOLVED</span></b><span> &#8211; (1) That the report be "
                   "noted.</span></p>\n</div></div></td></tr>\n");
}

static GString *
make_html (gsize size, guint n_items)
{
  GString *page =
      g_string_new ("<!DOCTYPE html><html><body><div id=\"modgov\"><div class=\"mgHeader\"><h1  "
                    "class=\"mgMainTitleTxt\" >Agenda and minutes</h1></div>\n<div class=\"mgSubTitle\" >"
                    "<h2 class=\"mgSubTitleTxt\">Board - Tuesday, 9th February, 2021 2.00 pm</h2></div>\n"
                    "<div class=\"mgContent\" ><table class=\"mgItemTable\">\n");

  for (guint i = 1; i <= n_items || page->len < size; i++)
    append_item (page, i, n_items > 0 ? PARAGRAPHS : 8 * PARAGRAPHS);
  return g_string_append (page, "</table></div></div></body></html>\n");
}

static GString *
make_xml (gsize size)
{
  GString *page = g_string_new ("<meeting><meetingid>1</meetingid><agendaitems>\n");
  g_autofree char *escaped = g_markup_printf_escaped ("<p class=\"MsoNormal\">%s</p>\n", words);

  for (guint i = 1; page->len < size; i++)
    {
      g_string_append_printf (page,
                              "<agendaitem><fulldisplaynumberformat>%u.</fulldisplaynumberformat>"
                              "<minutesnonemptyhtmlbody>",
                              i);
      for (guint j = 0; j < 8 * PARAGRAPHS; j++)
        g_string_append (page, escaped);
      g_string_append (page, "</minutesnonemptyhtmlbody></agendaitem>\n");
    }
  return g_string_append (page, "</agendaitems></meeting>\n");
}

static GString *
make_text (gsize size)
{
  GString *page = g_string_new ("Agenda and minutes\n\nBoard - Tuesday, 9th February, 2021 2.00 pm\n\n");

  for (guint i = 1; page->len < size; i++)
    {
      g_string_append_printf (page, "%u.\n\nReport\n\nMinutes:\n\n", i);
      for (guint j = 0; j < 8 * PARAGRAPHS; j++)
        g_string_append_printf (page, "%s\n\n", words);
    }
  return page;
}

static long
read_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/**
 * bench_page_memory_show:
 * @form: "html", "xml" or "text"
 *
 * In a process of its own: reads the largest page of that form that is read, and prints how many kibibytes
 * more that took at its peak than the page being there, and how large the page is.
 */
void
bench_page_memory_show (const char *form)
{
  const gsize size = ACCORD_COMMITTEE_PAGE_LIMIT - 128 * 1024;
  GString *text = g_str_equal (form, "html")  ? make_html (size, 0)
                  : g_str_equal (form, "xml") ? make_xml (size)
                                              : make_text (size);
  const gsize length = text->len;
  g_autoptr (GBytes) raw = g_string_free_to_bytes (text);
  const long before = read_peak ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = accord_committee_read (raw, NULL, NULL, &error);

  if (page == NULL || page->items->len == 0)
    g_error ("The page was not read: %s", error != NULL ? error->message : form);
  printf ("%ld %ld\n", read_peak () - before, (long) (length / 1024));
}

static void
measure_memory (Bench *self, const char *name, const char *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                      "/proc/self/exe", "--page-memory-of", form, NULL);
  g_autofree char *text = NULL;
  g_autofree char *how = NULL;
  long over, size;

  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error))
    g_error ("%s", error->message);
  if (!g_subprocess_get_successful (process) || sscanf (text, "%ld %ld", &over, &size) != 2)
    g_error ("The process whose memory is measured failed");
  how = g_strdup_printf ("%.1f MiB over a page of %.1f", over / 1024.0, size / 1024.0);
  bench_report_add (self->report,
                    &(BenchResult){ name, BENCH_NONE, (double) over / size, "x", MEMORY_TIMES, 1, how });
}

static double
parse_plain (const GString *markup)
{
  const double start = bench_now ();
  htmlDocPtr doc = htmlReadMemory (markup->str, markup->len, NULL, "UTF-8",
                                   HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  const double took = bench_now () - start;

  g_assert (doc != NULL);
  xmlFreeDoc (doc);
  return took;
}

/* From the markup to a page with its items. */
static double
read_markup (const GString *markup)
{
  g_autoptr (AccordCommitteePage) page = accord_committee_page_new (ACCORD_FORM_HTML, NULL);
  const double start = bench_now ();
  const gboolean read = accord_html_reader_read (page, markup->str, markup->len, NULL, NULL);
  const double took = bench_now () - start;

  g_assert (read && page->items->len == ITEMS);
  return took;
}

/* From the bytes to all that is said in the items. */
static double
read_all (GBytes *raw)
{
  const double start = bench_now ();
  g_autoptr (AccordCommitteePage) page = accord_committee_read (raw, NULL, NULL, NULL);
  const double took = bench_now () - start;

  g_assert (page->items->len == ITEMS && ((AccordPageItem *) page->items->pdata[0])->resolutions->len == 1);
  return took;
}

/**
 * bench_measure_page:
 * @self: the bench
 *
 * Reads the page of a long meeting, and lets libxml2 parse the same bytes to a tree and do nothing with it,
 * in turn. Then reads pages as large as may be in processes of their own.
 */
void
bench_measure_page (Bench *self)
{
  BenchSeries plain = { 0 }, markup = { 0 }, all = { 0 };
  GString *page = make_html (0, ITEMS);
  g_autoptr (GBytes) raw = g_bytes_new (page->str, page->len);
  g_autofree char *detail =
      g_strdup_printf ("a page of %.0f KiB; plain is libxml2's parse alone", page->len / 1024.0);

  for (guint i = 0; i < self->runs; i++)
    {
      bench_series_add (&plain, parse_plain (page));
      bench_series_add (&markup, read_markup (page));
      bench_series_add (&all, read_all (raw));
    }
  bench_report_add_ratio (self->report, "html", &markup, &plain, PARSE_TIMES, detail);
  bench_report_add_ratio (self->report, "html-wording", &all, &plain, PARSE_TIMES,
                          "with what the items' words say, which any form of page takes");
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    measure_memory (self, forms[i].name, forms[i].form);
  g_string_free (page, TRUE);
}
