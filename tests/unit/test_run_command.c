/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_run_command - words for a shell, and stand-ins of the experiment's commands */
#include "run/plan/command.h"
#include "run/plan/shell.h"
#include "tests/unit/files.h"
#include "tests/unit/unit.h"

static void test_a_word_is_quoted_only_when_it_must_be(void **state)
{
	static const struct {
		const char *string;
		const char *word;
	} rows[] = {
		{ "free", "free" },
		{ "--runtime=runc", "--runtime=runc" },
		{ "/a/b-c_d.e:f,g@h%i+j", "/a/b-c_d.e:f,g@h%i+j" },
		{ "", "''" },
		{ "a b", "'a b'" },
		{ "$HOME", "'$HOME'" },
		{ "it's", "'it'\\''s'" },
		{ "'", "''\\'''" },
		{ "a\nb", "'a\nb'" },
		{ "\xC3\xA4", "'\xC3\xA4'" },
	};
	struct text word = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		text_clear(&word);
		shell_add_word(&word, rows[i].string);
		assert_text(word.data, rows[i].word, rows[i].string);
	}
	text_release(&word);
}

/* The shell itself says what the words are. */
static void test_a_shell_reads_words_as_they_were(void **state)
{
	char string[256];
	size_t length = 0;
	struct text command = TEXT_INIT;
	char printed[256];
	size_t count;
	FILE *shell;
	int ends[2];
	pid_t child;

	(void)state;
	for (int c = 1; c < 256; c++)
		string[length++] = (char)c;
	string[length] = '\0';
	text_add(&command, "printf %s ");
	shell_add_word(&command, string);
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		dup2(ends[1], STDOUT_FILENO);
		execl("/bin/sh", "sh", "-c", command.data, (char *)NULL);
		_exit(127);
	}
	close(ends[1]);
	shell = fdopen(ends[0], "r");
	count = fread(printed, 1, sizeof printed, shell);
	fclose(shell);
	waitpid(child, NULL, 0);
	assert_int_equal(count, length);
	assert_memory_equal(printed, string, length);
	text_release(&command);
}

static void test_a_shell_is_needed_for_more_than_words(void **state)
{
	static const struct {
		const char *command;
		bool needed;
	} rows[] = {
		{ "free -m", false },
		{ "fio -filename=swapfile -direct=1", false },
		{ "wget 172.17.0.1:9999/FILE", false },
		{ "dd if=a of=b; dd if=b of=c", true },
		{ "a | b", true },
		{ "a && b", true },
		{ "a >b", true },
		{ "echo $HOME", true },
		{ "echo 'a b'", true },
		{ "ls *.log", true },
		{ "LC_ALL=C free", true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_row(shell_is_needed(rows[i].command) == rows[i].needed, rows[i].command);
}

static void test_stand_ins_are_words_of_their_own(void **state)
{
	static const struct stand_ins stand_ins = {
		.runtime = "runsc",
		.image = "bench",
		.command = "dd if=a; dd if=b",
		.files = "/bin/x /bin/y",
		.address = "10.0.0.1",
		.named_port = 9999,
		.port = 4711,
		.engine = "podman",
		.options = "--name=n",
	};
	static const struct {
		const char *command;
		const char *filled;
	} rows[] = {
		{ "docker run --rm --runtime=RUNTIME IMAGE COMMAND",
			"podman run --name=n --rm --runtime=runsc bench sh -c 'dd if=a; dd if=b'" },
		{ "time docker run IMAGE", "time podman run --name=n bench" },
		{ "docker run a; docker run b", "podman run --name=n a; docker run b" },
		{ "docker inspect; run", "podman inspect; run" },
		{ "dockerd run", "dockerd run" },
		{ "wget HOST:9999/FILE", "wget 10.0.0.1:4711/FILE" },
		{ "curl -OL HOST/FILE", "curl -OL 10.0.0.1:4711/FILE" },
		{ "iperf -c HOST -p 9999 -t 60 -l 8k", "iperf -c 10.0.0.1 -p 4711 -t 60 -l 8k" },
		{ "du -scb FILES | tail -n 1", "du -scb /bin/x /bin/y | tail -n 1" },
		{ "HOSTS IMAGE_ MYIMAGE 19999 9999k", "HOSTS IMAGE_ MYIMAGE 19999 9999k" },
		{ "", "" },
	};
	struct text filled = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		text_clear(&filled);
		command_fill_in(&filled, rows[i].command, &stand_ins);
		assert_text(filled.data, rows[i].filled, rows[i].command);
	}
	text_release(&filled);
}

static void test_a_named_port_that_is_free_changes_nothing(void **state)
{
	static const struct stand_ins stand_ins = {
		.address = "10.0.0.1", .named_port = 80, .port = 80
	};
	struct text filled = TEXT_INIT;

	(void)state;
	command_fill_in(&filled, "curl -OL HOST/FILE; docker run IMAGE", &stand_ins);
	assert_string_equal(filled.data, "curl -OL 10.0.0.1/FILE; docker run IMAGE");
	text_release(&filled);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_word_is_quoted_only_when_it_must_be),
		cmocka_unit_test(test_a_shell_reads_words_as_they_were),
		cmocka_unit_test(test_a_shell_is_needed_for_more_than_words),
		cmocka_unit_test(test_stand_ins_are_words_of_their_own),
		cmocka_unit_test(test_a_named_port_that_is_free_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
